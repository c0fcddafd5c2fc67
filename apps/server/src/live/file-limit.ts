import { readFileSync } from 'node:fs';

/**
 * What Node.js may open: it raises the soft limit to the hard one when it starts.
 * @param limits what Linux says in `/proc/<pid>/limits` @returns Infinity: as many as one may wish
 */
export function fileLimitIn(limits: string): number | undefined {
  const line = /^Max open files +(\d+|unlimited)/m.exec(limits)?.[1];
  if (line === undefined) return undefined;
  return line === 'unlimited' ? Infinity : Number(line);
}

/** The most files and connections this process may have open; undefined: the system does not say. */
export function ownFileLimit(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  return fileLimitIn(readFileSync('/proc/self/limits', 'utf8'));
}
