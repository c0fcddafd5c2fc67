import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, 'live-node.ts');

/** A live server in a process of its own, to be killed. */
export interface NodeProcess {
  readonly port: number;
  /** Set once it has ended: with this code, or by this signal. */
  readonly end: () => { code: number | null; signal: string | null } | null;
  /** Connections and files it has open. */
  readonly files: () => number;
  readonly kill: () => Promise<void>;
}

/** Resolves when it listens. @param files the most it may have open */
export async function nodeProcess(url: string, files?: number): Promise<NodeProcess> {
  const limited = `ulimit -n ${files}; exec "$0" "$@"`;
  const [command, ...args] = [
    ...(files === undefined ? [] : ['sh', '-c', limited]),
    process.execPath,
    SCRIPT,
    url,
  ];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    port: Number(line.toString().trim()),
    end: () => endOf(child),
    files: () => readdirSync(`/proc/${child.pid}/fd`).length,
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
