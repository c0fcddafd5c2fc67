// How many bytes a person waits for. Bytes are exact, so this is a test, unlike every speed.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { budgetOf, type Line, type Manifest } from './budget/arithmetic.ts';
import { root } from './repository/paths.ts';
import type { Ran } from './test/command.ts';

const dist = join(root, 'apps', 'web', 'dist');

/** Weighs the built web app (apps/web/dist). */
export async function weighWebApp(): Promise<Line[]> {
  // Vite wrote this file a moment ago.
  const manifest = JSON.parse(
    await readFile(join(dist, '.vite', 'manifest.json'), 'utf8'),
  ) as Manifest;
  const sizes = new Map<string, number>();
  for (const { file } of Object.values(manifest)) {
    if (file.endsWith('.js')) sizes.set(file, await weigh(file));
  }
  return budgetOf(manifest, (file) => sizes.get(file) ?? 0);
}

/** Says which budget is exceeded. */
export async function reportBudget(): Promise<Ran> {
  const lines = await weighWebApp();
  return { ok: lines.every(fits), output: table(lines) };
}

/** Bytes on the wire: the server sends these files compressed like this. */
async function weigh(file: string): Promise<number> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(await readFile(join(dist, file)), { params }).length;
}

function fits(line: Line): boolean {
  return line.bytes <= line.limit;
}

function table(lines: readonly Line[]): string {
  const width = Math.max(...lines.map((line) => line.name.length));
  return lines
    .flatMap((line) => {
      const size = `${kB(line.bytes)} of ${kB(line.limit)}`;
      const heaviest = fits(line) ? [] : line.files.slice(0, 12);
      return [
        `${fits(line) ? '✓' : '✗'} ${line.name.padEnd(width)}  ${size}`,
        ...heaviest.map(({ file, bytes }) => `    ${kB(bytes)}  ${file}`),
      ];
    })
    .join('\n');
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}

if (import.meta.main) {
  const { ok, output } = await reportBudget();
  console.log(output);
  process.exitCode = ok ? 0 : 1;
}
