export interface Slope {
  /** Of the value, for each unit of time. */
  readonly perUnit: number;
  /** The true one is no less than this, as good as certainly (two standard errors). */
  readonly atLeast: number;
  readonly mean: number;
}

/** The straight line through values that were taken one after another. */
export function slopeOf(points: readonly { at: number; value: number }[]): Slope {
  const n = points.length;
  if (n < 3) throw new Error('through so few points any line fits');
  const mean = points.reduce((sum, { value }) => sum + value, 0) / n;
  const middle = points.reduce((sum, { at }) => sum + at, 0) / n;
  const spread = points.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  const perUnit =
    points.reduce((sum, { at, value }) => sum + (at - middle) * (value - mean), 0) / spread;
  const rest = points.reduce(
    (sum, { at, value }) => sum + (value - mean - perUnit * (at - middle)) ** 2,
    0,
  );
  const error = Math.sqrt(rest / (n - 2) / spread);
  return { perUnit, atLeast: perUnit - 2 * error, mean };
}

/** The lowest value of each stretch of time: what is left when garbage has been collected. */
export function lowest(
  points: readonly { at: number; value: number }[],
  stretch: number,
): { at: number; value: number }[] {
  const found = new Map<number, { at: number; value: number }>();
  for (const point of points) {
    const key = Math.floor(point.at / stretch);
    const known = found.get(key);
    if (!known || point.value < known.value) found.set(key, point);
  }
  return [...found.values()];
}
