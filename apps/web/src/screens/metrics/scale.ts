/** The top of a chart: the next of 1, 2, 5, 10, 20, 50 … that is not below the highest value; at least 5. */
export function topOf(values: readonly (number | null)[]): number {
  const most = Math.max(5, ...values.map((value) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? 10 * power;
}

/** Runs of weeks that were counted, as points of a line. */
export function linesOf(
  values: readonly (number | null)[],
  place: (index: number, value: number) => string,
): string[] {
  const lines: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push(place(index, value));
  });
  return lines.filter((line) => line.length > 0).map((line) => line.join(' '));
}
