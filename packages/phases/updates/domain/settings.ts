import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

export const UpdatesSettings = z.strictObject({
  /** What everybody tells of. */
  question: z._default(localText(200), {
    en: 'What is new, and what comes next?',
    de: 'Was ist neu, und was kommt als Nächstes?',
  }),
  /** By chance, or by name until the facilitator moves people. */
  order: z._default(z.enum(['shuffled', 'by-name']), 'shuffled'),
  /** The timer gives each so much; absent: there is none. */
  secondsPerPerson: z.optional(z.int().check(z.minimum(15), z.maximum(1_800))),
});
export type UpdatesSettings = z.infer<typeof UpdatesSettings>;
