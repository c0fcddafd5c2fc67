import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of this folder, as it is. */
export const deployFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', name), 'utf8');

/**
 * A file of this folder with what an operator changes, and the ports of a test. Throws where one of
 * them is not there any more, so that a test cannot go on with a file that nobody has.
 */
export function adapted(name: string, changes: readonly (readonly [RegExp, string])[]): string {
  return changes.reduce((text, [pattern, instead]) => {
    const everywhere = new RegExp(pattern.source, 'gm');
    if (text.search(everywhere) < 0) throw new Error(`deploy/${name} has no ${String(pattern)}`);
    return text.replaceAll(everywhere, instead);
  }, deployFile(name));
}
