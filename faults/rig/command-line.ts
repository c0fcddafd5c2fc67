import { execFile } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../apps/server/src/cli/main.ts');

export interface Ran {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** `rondo …` as somebody types it, in a process of its own. */
export function rondo(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ran> {
  const env = { PATH: process.env['PATH'], ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, said, complained) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, said, complained });
    });
  });
}
