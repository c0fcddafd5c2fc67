import type { ReviewedTask, ReviewState } from './state.ts';

/** Missed so often, a promise does not just stay open: it is renewed, made smaller, or dropped. */
const MOST_MISSED = 2;

export const isWorn = ({ missed = 0, renewed }: ReviewedTask): boolean =>
  missed >= MOST_MISSED && renewed !== true;

/** The words of what was missed too often and has no verdict yet. */
export function wornOut(state: object): string[] {
  // The phase is of this kind, so its state is too.
  const { order, tasks } = state as ReviewState;
  return order.flatMap((id) => {
    const task = tasks[id];
    return task && task.verdict === null && isWorn(task) ? [task.text] : [];
  });
}
