import { day, ensure, id, need, text, visibleLength, type ParticipantId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { LONGEST_TASK, type ReviewedTask } from './state.ts';
import { isWorn } from './worn.ts';

const task = z.string().check(z.maxLength(40));
const WHILE_KEPT = ['open', 'done'] as const;

/**
 * What became of a task. Anyone may say it, and say otherwise; null: nobody knows yet. What was missed
 * too often is not just kept (`not-allowed`); of what was done before there is nothing to say (`stale`).
 */
export const setVerdict = command('setVerdict', {
  during: WHILE_KEPT,
  args: z.object({ task, verdict: z.nullable(z.enum(['done', 'keep', 'dropped'])) }),
  run: ({ state }, args) => {
    const found = need(state.tasks[args.task], 'not-found');
    ensure(found.doneAt === undefined, 'stale');
    ensure(args.verdict !== 'keep' || !isWorn(found), 'not-allowed');
    found.verdict = args.verdict;
  },
});

interface Words {
  text?: string | undefined;
  owner?: ParticipantId | null | undefined;
  due?: string | null | undefined;
}

/** A later day, somebody else who takes it, or less to do: a promise made anew. */
const renews = (task: ReviewedTask, { text: words, owner, due }: Words): boolean =>
  (due !== undefined && due !== null && due > (task.due ?? '')) ||
  (owner !== undefined && owner !== null && owner !== task.owner) ||
  (words !== undefined && visibleLength(words) < visibleLength(task.text));

/** Changes the fields that are given; what nobody had said anything about stays open with that. */
export const amend = command('amend', {
  during: WHILE_KEPT,
  args: z.object({
    task,
    text: z.optional(text(LONGEST_TASK)),
    owner: z.optional(z.nullable(id<ParticipantId>())),
    due: z.optional(z.nullable(day)),
  }),
  run: ({ board, state }, args) => {
    const found = need(state.tasks[args.task], 'not-found');
    ensure(found.doneAt === undefined, 'stale');
    if (renews(found, args)) found.renewed = true;
    if (args.owner !== undefined && args.owner !== found.owner) {
      const person = args.owner === null ? null : board.people[args.owner];
      ensure(person === null || person?.state === 'in', 'not-found');
      found.owner = args.owner;
      found.ownerName = person?.name ?? null;
    } else if (args.owner === null) found.ownerName = null;
    if (args.text !== undefined) found.text = args.text;
    if (args.due !== undefined) found.due = args.due;
    found.changed = true;
    if (!isWorn(found)) found.verdict ??= 'keep';
  },
});

/** Brings everybody to a task, where they are taken one by one. Anyone may; naming it makes two clicks one. */
export const lookAt = command('lookAt', {
  args: z.object({ task }),
  run: ({ state }, args) => {
    need(state.tasks[args.task], 'not-found');
    state.current = args.task;
  },
});
