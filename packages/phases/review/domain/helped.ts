import { ensure, need, type ServerAt } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import type { ReviewSettings } from './settings.ts';
import { FEWEST_ANSWERS, type ReviewHand, type ReviewState } from './state.ts';

/**
 * Whether a task that is done for a while has helped; null takes the answer back. It stays in the hand,
 * others learn how many have answered. `stale` once the counts are shown, and for what was only now said
 * to be done: a week later a meeting asks.
 */
export const setHelped = command('setHelped', {
  args: z.object({ task: z.string().check(z.maxLength(40)), helped: z.nullable(z.boolean()) }),
  run: ({ settings, state, hand }, { task, helped }) => {
    const found = need(state.tasks[task], 'not-found');
    ensure(settings.askIfHelped && found.doneAt !== undefined && found.helped === null, 'stale');
    found.answers += Number(helped !== null) - Number(hand.helped[task] !== undefined);
    if (helped === null) delete hand.helped[task];
    else hand.helped[task] = helped;
  },
});

type At = ServerAt<ReviewSettings, ReviewState, ReviewHand>;

const answersIn = (at: At, task: string): boolean[] =>
  at.hands().flatMap(([, hand]) => hand.helped[task] ?? []);

/** Shows the counts of what is done and was answered by enough people. */
export function count(at: At): void {
  for (const id of at.state.order) {
    const task = at.state.tasks[id];
    if (task?.verdict !== 'done' || task.helped !== null) continue;
    const answers = answersIn(at, id);
    if (answers.length < FEWEST_ANSWERS) continue;
    const yes = answers.filter(Boolean).length;
    task.answers = answers.length;
    task.helped = { yes, no: answers.length - yes };
  }
}

/**
 * Counts that have been shown stay final: one more answer would tell by the difference what it was.
 * Of the others people may go on with what is in their hands, if those were not burnt at an end.
 */
export function goOn(at: At): void {
  for (const id of at.state.order) {
    const task = at.state.tasks[id];
    if (task && task.helped === null) task.answers = answersIn(at, id).length;
  }
}
