// A server as a child process on a core of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { pinned } from './machine.ts';

export interface ServerProcess {
  readonly pid: number;
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Even a loaded machine starts any of them in a fraction of this. */
const START_WITHIN_MS = 120_000;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Resolves once a line of the output matches `ready`; rejects with the output if it ends before, or after two minutes. */
export function startServer(
  command: readonly string[],
  options: { ready: RegExp; env?: NodeJS.ProcessEnv; core?: 'server' | 'second'; cwd?: string },
): Promise<ServerProcess> {
  const [program = '', ...rest] = pinned(options.core ?? 'server', command);
  const child = spawn(program, rest, {
    env: { ...process.env, ...options.env },
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${command.join(' ')} does not say that it is ready:\n${output}`));
    }, START_WITHIN_MS);
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
      if (options.ready.test(output)) {
        clearTimeout(patience);
        resolve({
          pid: child.pid ?? 0,
          async kill(signal) {
            child.kill(signal);
            await exited;
          },
        });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(patience);
      reject(new Error(`${command.join(' ')} ended (${code ?? signal}):\n${output}`));
    });
    child.once('error', reject);
  });
}
