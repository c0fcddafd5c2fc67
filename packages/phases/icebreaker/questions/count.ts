/** How much of themselves people give away with their answer. */
export type Depth = 'light' | 'curious' | 'deep';

/** How many questions of each depth there are, in the order in which they stand in every language. */
const SECTIONS: readonly (readonly [Depth, number])[] = [
  ['light', 100],
  ['curious', 84],
  ['deep', 48],
];

/** How many questions there are. The meeting knows their number only; each browser loads those of its language. */
export const QUESTION_COUNT = SECTIONS.reduce((sum, [, count]) => sum + count, 0);

/** The depth of the question at `index`, from 0 to `QUESTION_COUNT` − 1. */
export function depthOf(index: number): Depth {
  let end = 0;
  for (const [depth, count] of SECTIONS) {
    end += count;
    if (index < end) return depth;
  }
  return 'deep';
}
