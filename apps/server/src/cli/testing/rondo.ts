import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../main.ts');

export interface Ran {
  readonly code: number;
  /** On standard output, and on the other one. */
  readonly said: string;
  readonly complained: string;
}

interface Where {
  /** In which it is typed. */
  readonly folder?: string;
  /** Every line that it prints, when it does. */
  readonly heard?: (line: string) => void;
}

/** `rondo …` as somebody types it, in a process of its own, with these settings and no others. */
export function rondo(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
  { folder, heard }: Where = {},
): Promise<Ran> {
  const options = { env: { PATH: process.env['PATH'], ...environment }, cwd: folder };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [MAIN, ...args],
      options,
      (error, said, complained) => {
        // A process that was killed has no code.
        const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ code, said, complained });
      },
    );
    if (heard && child.stdout) createInterface({ input: child.stdout }).on('line', heard);
  });
}
