import { localText, promptSchema } from '@rondo/meeting';
import * as z from 'zod/mini';

export const CollectSettings = z.strictObject({
  /** What all prompts together ask. */
  question: z.optional(localText(160)),
  prompts: z.array(promptSchema).check(
    z.minLength(1),
    z.maxLength(12),
    z.refine(
      (prompts) => new Set(prompts.map((each) => each.id)).size === prompts.length,
      'two prompts have the same id',
    ),
  ),
  /** No author is ever put on the board. */
  anonymous: z._default(z.boolean(), true),
});
export type CollectSettings = z.infer<typeof CollectSettings>;
