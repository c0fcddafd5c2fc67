import { ensure, need, text } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { LONGEST_UPDATE } from './state.ts';

/** What is new, in writing: before, instead of or beside telling it. Null takes it away. */
export const writeUpdate = command('writeUpdate', {
  during: ['ahead', 'open', 'done'],
  args: z.object({ text: z.nullable(text(LONGEST_UPDATE)) }),
  run: ({ state, phase, me }, { text }) => {
    // What is written in a phase that never opens would be told nowhere.
    ensure(phase.begun, 'not-open');
    if (text === null) delete state.texts[me];
    else state.texts[me] = text;
  },
});

/** What became of a task from an earlier meeting. Null: nothing has been said of it. */
export const settleTask = command('settleTask', {
  during: ['open', 'done'],
  args: z.object({
    task: z.string(),
    verdict: z.nullable(z.enum(['done', 'keep'])),
  }),
  run: ({ state, phase }, { task, verdict }) => {
    ensure(phase.begun && Object.hasOwn(state.tasks, task), 'not-found');
    need(state.tasks[task], 'not-found').verdict = verdict;
  },
});
