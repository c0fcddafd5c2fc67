import {
  isWorn,
  type ReviewHand,
  type ReviewSettings,
  type ReviewState,
} from '@rondo/phases/review/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** Says what became of a task when nobody else has, and whether what was done has helped. */
export const reviewBot: Bot = ({ view, phase, luck }) => {
  const { settings, state, hand } = partsOf<ReviewSettings, ReviewState, ReviewHand>(view, phase);
  const tasks = state.order.flatMap((id) => {
    const task = state.tasks[id];
    return task ? [{ id, ...task }] : [];
  });
  // What was missed too often is for people to renew or drop.
  const untold = tasks.find((task) => task.verdict === null && !isWorn(task));
  if (untold && settings.way === 'one-by-one' && state.current !== untold.id) return null;
  if (untold && luck.oneIn(4)) {
    const verdict = luck.oneIn(3) ? 'keep' : 'done';
    return { name: 'setVerdict', args: { task: untold.id, verdict } };
  }
  const done = tasks.find(
    ({ id, doneAt, helped }) =>
      doneAt !== undefined && helped === null && hand?.helped[id] === undefined,
  );
  if (!done || !settings.askIfHelped) return null;
  return { name: 'setHelped', args: { task: done.id, helped: !luck.oneIn(4) } };
};
