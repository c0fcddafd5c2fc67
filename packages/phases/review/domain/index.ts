import type { Brought, BroughtDone, BroughtTask, DoneAt, ServerAt } from '@rondo/meeting';
import { count, goOn, setHelped } from './helped.ts';
import { define } from './kind.ts';
import { reviewed } from './outcome.ts';
import { ReviewSettings } from './settings.ts';
import type { ReviewedTask, ReviewHand, ReviewState } from './state.ts';
import { amend, lookAt, setVerdict } from './verdicts.ts';
import { isWorn } from './worn.ts';

export { setHelped } from './helped.ts';
export { ownerOf } from './outcome.ts';
export * from './settings.ts';
export * from './state.ts';
export { amend, lookAt, setVerdict } from './verdicts.ts';
export { isWorn } from './worn.ts';

const unjudged = ({ id: _, promised: __, ...task }: BroughtTask): ReviewedTask => ({
  ...task,
  verdict: null,
  changed: false,
  answers: 0,
  helped: null,
});

const toAskAbout = (task: BroughtDone): ReviewedTask => ({ ...unjudged(task), verdict: 'done' });

/** Promises: what was missed too often first, then the others, then what is done and may have helped. */
function begin({ way, askIfHelped }: ReviewSettings, { tasks, done = [] }: Brought): ReviewState {
  const open = tasks
    .filter(({ promised }) => promised !== false)
    .map((task): [string, ReviewedTask] => [task.id, unjudged(task)])
    .toSorted(([, a], [, b]) => Number(isWorn(b)) - Number(isWorn(a)));
  const asked = askIfHelped
    ? done.map((task): [string, ReviewedTask] => [task.id, toAskAbout(task)])
    : [];
  const all = [...open, ...asked];
  return {
    tasks: Object.fromEntries(all),
    order: all.map(([id]) => id),
    current: way === 'one-by-one' ? (all[0]?.[0] ?? null) : null,
  };
}

type At = ServerAt<ReviewSettings, ReviewState, ReviewHand>;

function close(at: At): void {
  count(at);
  for (const task of Object.values(at.state.tasks))
    if (task.verdict === null && isWorn(task)) task.putOff = true;
}

function goOnWithAll(at: At): void {
  goOn(at);
  for (const task of Object.values(at.state.tasks)) if (task.putOff) delete task.putOff;
}

/** Of all that is one's own it is known what became of it; who has nothing here says that they are ready. */
function isDone({ phase, state, person }: DoneAt<ReviewSettings, ReviewState, ReviewHand>) {
  const all = Object.values(state.tasks);
  if (phase.ready[person] === true || all.every(({ verdict }) => verdict !== null)) return true;
  const own = all.filter(({ owner }) => owner === person);
  return own.length > 0 && own.every(({ verdict }) => verdict !== null);
}

export const review = define({
  settings: ReviewSettings,
  state: begin,
  hand: () => ({ helped: {} }),
  commands: [setVerdict, amend, lookAt, setHelped],
  close,
  reopen: goOnWithAll,
  done: isDone,
  outcome: reviewed,
});
