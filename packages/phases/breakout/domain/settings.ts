import { localText, promptSchema } from '@rondo/meeting';
import * as z from 'zod/mini';

export const MOST_PROMPTS = 6;
export const ROOMS = { least: 2, most: 12 } as const;

export const BreakoutSettings = z.strictObject({
  /** What every room talks about. */
  question: z.optional(localText(160)),
  prompts: z._default(
    z.array(promptSchema).check(
      z.minLength(1),
      z.maxLength(MOST_PROMPTS),
      z.refine(
        (prompts) => new Set(prompts.map((each) => each.id)).size === prompts.length,
        'two prompts have the same id',
      ),
    ),
    [{ id: 'ideas', hue: 'sky', title: { en: 'Ideas', de: 'Ideen' } }],
  ),
  rooms: z._default(z.int().check(z.minimum(ROOMS.least), z.maximum(ROOMS.most)), 2),
  /** How people come into their rooms: dealt out by chance, or each where they like. */
  seating: z._default(z.enum(['dealt', 'free']), 'dealt'),
  /** No author is ever put on the board. */
  anonymous: z._default(z.boolean(), true),
});
export type BreakoutSettings = z.infer<typeof BreakoutSettings>;
