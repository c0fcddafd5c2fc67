import * as z from 'zod/mini';
import type { GroupId, ParticipantId, TaskId } from '../ids.ts';
import { orderAfterAll } from '../order.ts';
import { ensure, need } from '../refusal.ts';
import { id, text } from '../text.ts';
import { both } from './make.ts';

const MOST_TASKS = 200;

/** A day as YYYY-MM-DD. */
export const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** An agreed next step, made in place; anyone may, in any phase. */
export const addTask = both('addTask', {
  args: z.object({
    id: id<TaskId>(),
    text: text(500),
    owner: z.nullable(id<ParticipantId>()),
    due: z.nullable(day),
    topic: z.nullable(id<GroupId>()),
  }),
  run: ({ board, me }, { id: task, ...rest }) => {
    ensure(board.tasks[task] === undefined, 'exists');
    ensure(Object.keys(board.tasks).length < MOST_TASKS, 'full');
    ensure(rest.owner === null || board.people[rest.owner]?.state === 'in', 'not-found');
    board.tasks[task] = { ...rest, by: me, done: false, order: orderAfterAll(board.tasks) };
  },
});

/** Changes the fields that are given. */
export const editTask = both('editTask', {
  args: z.object({
    id: id<TaskId>(),
    text: z.optional(text(500)),
    owner: z.optional(z.nullable(id<ParticipantId>())),
    due: z.optional(z.nullable(day)),
    done: z.optional(z.boolean()),
  }),
  run: ({ board }, args) => {
    const task = need(board.tasks[args.id], 'not-found');
    if (args.owner !== undefined) {
      ensure(args.owner === null || board.people[args.owner]?.state === 'in', 'not-found');
      task.owner = args.owner;
    }
    if (args.text !== undefined) task.text = args.text;
    if (args.due !== undefined) task.due = args.due;
    if (args.done !== undefined) task.done = args.done;
  },
});

export const removeTask = both('removeTask', {
  args: z.object({ id: id<TaskId>() }),
  run: ({ board }, args) => {
    need(board.tasks[args.id], 'not-found');
    delete board.tasks[args.id];
  },
});

export const taskCommands = [addTask, editTask, removeTask] as const;
