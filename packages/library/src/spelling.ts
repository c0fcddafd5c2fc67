/**
 * How many letters must be added, left out, changed or swapped with their neighbour to make `a` into `b`
 * (optimal string alignment). Answers `limit + 1` as soon as it is certain to be more than `limit`.
 */
export function misspellings(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** Longer words forgive more: none up to 3 letters, one up to 6, two beyond. */
export function forgiven(word: string): number {
  if (word.length <= 3) return 0;
  return word.length <= 6 ? 1 : 2;
}

/** The word of `words` that was probably meant by `word`, if one is near enough. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let best = Math.max(1, forgiven(word)) + 1;
  for (const candidate of words) {
    const distance = misspellings(word, candidate, best);
    if (distance < best) [nearest, best] = [candidate, distance];
  }
  return nearest;
}
