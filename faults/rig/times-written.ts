import type { Patch } from '@rondo/meeting';

/**
 * How often a log has written each thing, by its key.
 * @param bodies the entries, as the database has them
 * @param places where such things stand: the name before their key
 */
export function timesWritten(
  bodies: readonly string[],
  places: readonly string[],
): Map<string, number> {
  const times = new Map<string, number>();
  const count = ([path, value]: readonly [readonly string[], unknown?]): void => {
    // Nothing in the place of something: it was taken away.
    if (value === undefined || !places.includes(path.at(-2) ?? '')) return;
    const key = path.at(-1) ?? '';
    times.set(key, (times.get(key) ?? 0) + 1);
  };
  for (const body of bodies) {
    // The log holds what servers of ours have written.
    const { board, hands } = JSON.parse(body) as Patch;
    board.forEach(count);
    for (const ops of Object.values(hands)) ops.forEach(count);
  }
  return times;
}
