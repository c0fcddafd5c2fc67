import { dirname, join } from 'node:path';

/** The repository. */
export const root = dirname(dirname(import.meta.dirname));

/** A script of a package that the repository itself depends on, to be run with our own Node.js. */
export function scriptOf(name: string, script: string): string {
  return join(root, 'node_modules', name, script);
}
