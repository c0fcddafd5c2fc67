import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../repository/paths.ts';

export interface Ran {
  /** Exit code 0. */
  readonly ok: boolean;
  /** Everything it printed. */
  readonly output: string;
}

/**
 * Runs one program to its end, or until it hangs.
 * @param limit after so many minutes it is ended, with everything it started
 */
export function run(
  program: string,
  args: readonly string[],
  { limit = 5, env = {} }: { limit?: number; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a hanging step takes its servers and browsers with it.
      detached: process.platform !== 'win32',
    });
    let output = '';
    const end = () => endGroup(child.pid);
    const timer = setTimeout(() => {
      output += `\nEnded after ${limit} minutes: something hangs.\n`;
      end();
    }, limit * 60_000);
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    process.once('exit', end);
    const finish = (ok: boolean) => {
      clearTimeout(timer);
      process.off('exit', end);
      // Not every program heeds NO_COLOR.
      resolve({ ok, output: stripVTControlCharacters(output).trim() });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Runs a script with the Node.js that runs this. */
export function runNode(
  script: string,
  args: readonly string[],
  options?: Parameters<typeof run>[2],
): Promise<Ran> {
  return run(process.execPath, [script, ...args], options);
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    // Already gone is what we wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
