import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

export const ReviewSettings = z.strictObject({
  /** All tasks below each other, or one after the other for everybody. */
  way: z._default(z.enum(['list', 'one-by-one']), 'list'),
  /** Whether people say, without names, if what was done has helped. */
  askIfHelped: z._default(z.boolean(), true),
  question: z._default(localText(160), {
    en: 'What became of what we agreed on?',
    de: 'Was wurde aus dem, was wir vereinbart haben?',
  }),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;
