import type { BroughtTask, DoneAt } from '@rondo/meeting';
import { count, goOn, setHelped } from './helped.ts';
import { define } from './kind.ts';
import { reviewed } from './outcome.ts';
import { ReviewSettings } from './settings.ts';
import type { ReviewedTask, ReviewHand, ReviewState } from './state.ts';
import { amend, lookAt, setVerdict } from './verdicts.ts';

export { setHelped } from './helped.ts';
export { ownerOf } from './outcome.ts';
export * from './settings.ts';
export * from './state.ts';
export { amend, lookAt, setVerdict } from './verdicts.ts';

const unjudged = ({ id: _, ...task }: BroughtTask): ReviewedTask => ({
  ...task,
  verdict: null,
  changed: false,
  answers: 0,
  helped: null,
});

/** Of all that is one's own it is known what became of it; who has nothing here says that they are ready. */
function isDone({ phase, state, person }: DoneAt<ReviewSettings, ReviewState, ReviewHand>) {
  const all = Object.values(state.tasks);
  if (phase.ready[person] === true || all.every(({ verdict }) => verdict !== null)) return true;
  const own = all.filter(({ owner }) => owner === person);
  return own.length > 0 && own.every(({ verdict }) => verdict !== null);
}

export const review = define({
  settings: ReviewSettings,
  state: ({ way }, { tasks }) => ({
    tasks: Object.fromEntries(tasks.map((task) => [task.id, unjudged(task)])),
    order: tasks.map(({ id }) => id),
    current: way === 'one-by-one' ? (tasks[0]?.id ?? null) : null,
  }),
  hand: () => ({ helped: {} }),
  commands: [setVerdict, amend, lookAt, setHelped],
  close: count,
  reopen: goOn,
  done: isDone,
  outcome: reviewed,
});
