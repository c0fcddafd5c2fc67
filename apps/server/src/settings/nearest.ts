/** The name that `wrong` was probably meant to be: at most three slips away, else nothing. */
export function nearest(wrong: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, slips: distance(wrong, name) }))
    .sort((a, b) => a.slips - b.slips)[0];
  return near && near.slips <= 3 ? near.name : undefined;
}

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
