/**
 * Two versions of one text as one that has every line of both: what they begin and end with alike
 * stands once, what differs one behind the other.
 */
export function bothTexts(mine: string, theirs: string): string {
  if (mine === theirs || mine === '') return theirs;
  if (theirs === '') return mine;
  const a = theirs.split('\n');
  const b = mine.split('\n');
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [
    ...a.slice(0, a.length - tail),
    ...b.slice(head, b.length - tail),
    ...a.slice(a.length - tail),
  ].join('\n');
}
