import { execFile } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.ts');

export interface Ran {
  readonly code: number;
  /** On standard output, and on the other one. */
  readonly said: string;
  readonly complained: string;
}

/** `rondo …` as somebody types it, in a process of its own, with these settings and no others. */
export function rondo(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
  folder?: string,
): Promise<Ran> {
  const env = { PATH: process.env['PATH'], ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env, cwd: folder }, (error, said, complained) => {
      // A process that was killed has no code.
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, said, complained });
    });
  });
}
