import { localText, promptSchema } from '@rondo/meeting';
import * as z from 'zod/mini';

/** A question of a standup. */
export const respondPrompt = z.strictObject({
  ...promptSchema.shape,
  /** Whoever answers it needs somebody: its answers are listed first. */
  flag: z.optional(z.boolean()),
  /** It may be left empty. */
  optional: z.optional(z.boolean()),
});
export type RespondPrompt = z.infer<typeof respondPrompt>;

export const MOST_PROMPTS = 8;

const USUAL: RespondPrompt[] = [
  {
    id: 'done',
    hue: 'moss',
    title: { en: 'What have you got done?', de: 'Was hast du geschafft?' },
  },
  {
    id: 'next',
    hue: 'sky',
    title: { en: 'What comes next?', de: 'Was kommt als Nächstes?' },
  },
  {
    id: 'help',
    hue: 'clay',
    title: { en: 'What is in your way?', de: 'Was steht dir im Weg?' },
    flag: true,
    optional: true,
  },
];

export const RespondSettings = z.strictObject({
  /** What all prompts together ask. */
  question: z.optional(localText(160)),
  prompts: z._default(
    z.array(respondPrompt).check(
      z.minLength(1),
      z.maxLength(MOST_PROMPTS),
      z.refine(
        (prompts) => new Set(prompts.map((each) => each.id)).size === prompts.length,
        'two prompts have the same id',
      ),
    ),
    USUAL,
  ),
  /** When the answers of others can be read: as they come, once one has given one's own, or when the phase closes. */
  visible: z._default(z.enum(['at-once', 'after-own', 'at-close']), 'after-own'),
  /** No author is ever put on the board, and nobody learns who is missing. */
  anonymous: z._default(z.boolean(), false),
});
export type RespondSettings = z.infer<typeof RespondSettings>;
