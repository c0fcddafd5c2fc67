import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

/** The longest question of one's own, in visible characters. */
export const LONGEST_QUESTION = 200;

export const IcebreakerSettings = z.strictObject({
  /** `turns`: one person after another answers aloud. `together`: everybody writes a short answer. */
  mode: z._default(z.enum(['turns', 'together']), 'turns'),
  /** Asked instead of one from the set. */
  question: z.optional(localText(LONGEST_QUESTION)),
});
export type IcebreakerSettings = z.infer<typeof IcebreakerSettings>;
