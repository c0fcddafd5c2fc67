/** How often each point of a scale was given, from the lowest to the highest. */
export type Counts = readonly number[];

export const answersIn = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

/** The average point, where the lowest one is called `from`; null: nobody has answered. */
export function averageOf(counts: Counts, from: number): number | null {
  const answers = answersIn(counts);
  if (answers === 0) return null;
  return from + counts.reduce((sum, count, point) => sum + count * point, 0) / answers;
}

/** How far answers lie apart: 0 where all are the same, 1 where half give the lowest and half the highest point. */
export function spreadOf(counts: Counts): number {
  const average = averageOf(counts, 0);
  if (average === null || counts.length < 2) return 0;
  const squares = counts.reduce((sum, count, point) => sum + count * (point - average) ** 2, 0);
  return Math.sqrt(squares / answersIn(counts)) / ((counts.length - 1) / 2);
}

/**
 * Those who would recommend (9 and 10) less those who would not (0 to 6), of a hundred answers from
 * 0 to 10; null: nobody has answered.
 */
export function recommendationScore(counts: Counts): number | null {
  const answers = answersIn(counts);
  if (answers === 0) return null;
  const against = answersIn(counts.slice(0, 7));
  const inFavour = answersIn(counts.slice(9));
  return Math.round(((inFavour - against) / answers) * 100);
}
