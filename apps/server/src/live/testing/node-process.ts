import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, 'live-node.ts');

/** A live server in a process of its own, to be killed. */
export interface NodeProcess {
  readonly port: number;
  /** Set once it has ended: with this code, or by this signal. */
  readonly end: () => { code: number | null; signal: string | null } | null;
  readonly kill: () => Promise<void>;
}

/** Resolves when it listens. */
export async function nodeProcess(url: string): Promise<NodeProcess> {
  const child = spawn(process.execPath, [SCRIPT, url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    port: Number(line.toString().trim()),
    end: () => endOf(child),
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const endOf = (child: ChildProcess): ReturnType<NodeProcess['end']> =>
  child.exitCode === null && child.signalCode === null
    ? null
    : { code: child.exitCode, signal: child.signalCode };
