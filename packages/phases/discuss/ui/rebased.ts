/**
 * What somebody changed from `before` to `mine`, done to `theirs` instead; null where both changed
 * the same place, which only people can put together.
 */
export function rebased(before: string, mine: string, theirs: string): string | null {
  if (theirs === before || theirs === mine) return mine;
  if (mine === before) return theirs;
  const my = changed(before, mine);
  const their = changed(before, theirs);
  if (my.to < their.from) {
    return mine.slice(0, mine.length - (before.length - my.to)) + theirs.slice(my.to);
  }
  if (their.to < my.from) {
    return theirs.slice(0, theirs.length - (before.length - my.from)) + mine.slice(my.from);
  }
  return null;
}

/** The part of `before` that is different in `after`. */
function changed(before: string, after: string): { from: number; to: number } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same };
}
