// The sizes of work everything is measured at: many small meetings, some larger ones, one town hall.
export interface Work {
  readonly name: '100x10' | '20x50' | '1x500';
  readonly meetings: number;
  readonly people: number;
  /** Actions per second to begin the search with: about half of what a plain server holds. */
  readonly start: number;
  readonly goal: number;
  readonly laterGoal: number;
}

export const works: readonly Work[] = [
  { name: '100x10', meetings: 100, people: 10, start: 8_000, goal: 0.8, laterGoal: 1.2 },
  { name: '20x50', meetings: 20, people: 50, start: 1_500, goal: 3, laterGoal: 5 },
  { name: '1x500', meetings: 1, people: 500, start: 150, goal: 10, laterGoal: 20 },
];
