import { localText, type LocalText } from '@rondo/meeting';
import * as z from 'zod/mini';

/** One question that people answer with cards; a column of the board. */
export interface Prompt {
  id: string;
  title: LocalText;
  hint?: LocalText | undefined;
  hue: Hue;
}

export const HUES = ['moss', 'clay', 'sky', 'amber', 'plum', 'teal', 'rose', 'slate'] as const;
export type Hue = (typeof HUES)[number];

const Prompt = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/)),
  title: localText(100),
  hint: z.optional(localText(256)),
  hue: z.enum(HUES),
});

export const CollectSettings = z.strictObject({
  /** What all prompts together ask. */
  question: z.optional(localText(160)),
  prompts: z.array(Prompt).check(
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
