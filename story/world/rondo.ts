import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const CLI = join(import.meta.dirname, '../../apps/server/src/cli/main.ts');

export interface Typed {
  readonly code: number | null;
  /** What it has printed to standard output. */
  readonly printed: string;
  /** And to the other one. */
  readonly complained: string;
}

/**
 * `rondo …` as somebody types it on a machine, in a process of its own.
 * @param heard every line that it prints
 */
export async function rondo(
  folder: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
  heard: (line: string) => void = () => undefined,
): Promise<Typed> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    printed += `${line}\n`;
    heard(line);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed, complained };
}
