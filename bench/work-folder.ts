// Where the bench keeps what it compiles, builds and measures: outside of git, inside the checkout.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const repository = join(import.meta.dirname, '..');

export function workFolder(): string {
  const folder = join(repository, '.rondo', 'bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}
