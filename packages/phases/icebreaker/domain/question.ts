import { text, type World } from '@rondo/meeting';
import * as z from 'zod/mini';
import { QUESTION_COUNT } from '../questions/count.ts';
import { command, serverCommand } from './kind.ts';
import { LONGEST_QUESTION } from './settings.ts';
import type { IcebreakerState } from './state.ts';

/** Draws a question that has not been asked yet; when all have, every one but the last is fair again. */
export function drawQuestion(state: IcebreakerState, world: World): void {
  const all = Array.from({ length: QUESTION_COUNT }, (_, index) => index);
  const asked = state.asked.length < QUESTION_COUNT ? state.asked : state.asked.slice(-1);
  const fresh = all.filter((index) => !asked.includes(index));
  const drawn = fresh[Math.floor(world.random() * fresh.length)] ?? 0;
  state.asked = [...asked, drawn];
  state.question = { set: drawn };
}

/** Another question from the set. */
export const rerollQuestion = serverCommand('rerollQuestion', {
  by: 'facilitator',
  args: z.object({}),
  run: ({ state, world }) => drawQuestion(state, world),
});

/** A question of one's own. */
export const askOwn = command('askOwn', {
  by: 'facilitator',
  args: z.object({ text: text(LONGEST_QUESTION) }),
  run: ({ state }, { text }) => {
    state.question = { own: text };
  },
});

/** Whether one person after another answers aloud, or everybody in writing. Neither loses anything. */
export const setMode = command('setMode', {
  by: 'facilitator',
  args: z.object({ mode: z.enum(['turns', 'together']) }),
  run: ({ state }, { mode }) => {
    state.mode = mode;
  },
});
