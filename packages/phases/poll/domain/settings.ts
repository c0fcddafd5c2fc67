import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

export const WAYS = ['single', 'multiple', 'ranked', 'yes-no', 'fist', 'consent'] as const;
export type Way = (typeof WAYS)[number];

/** So many options there may be. */
export const OPTIONS = { least: 2, most: 20 } as const;
export const LONGEST_QUESTION = 200;
export const LONGEST_OPTION = 120;

/** The other ways bring their own options. */
export const asksForOptions = (way: Way): boolean =>
  way === 'single' || way === 'multiple' || way === 'ranked';

const optionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/)),
  label: localText(LONGEST_OPTION),
});

export const PollSettings = z
  .strictObject({
    way: z._default(z.enum(WAYS), 'yes-no'),
    question: z._default(localText(LONGEST_QUESTION), {
      en: 'Do we agree?',
      de: 'Sind wir uns einig?',
    }),
    options: z._default(
      z.array(optionSchema).check(
        z.maxLength(OPTIONS.most),
        z.refine(
          (options) => new Set(options.map(({ id }) => id)).size === options.length,
          'two options have the same id',
        ),
      ),
      [],
    ),
    /** How many options one person may choose; for `multiple` alone. */
    choices: z._default(z.int().check(z.minimum(1), z.maximum(OPTIONS.most)), 3),
    /** Everybody may add options until the answers lie open. */
    open: z._default(z.boolean(), false),
    /** Only numbers are shown, and reasons without names. */
    anonymous: z._default(z.boolean(), true),
  })
  .check(
    z.refine(
      ({ way, options, open }) => !asksForOptions(way) || open || options.length >= OPTIONS.least,
      'this way of asking needs two options at least, or “open: true”',
    ),
    z.refine(
      ({ way, options, open }) => asksForOptions(way) || (options.length === 0 && !open),
      'this way of asking brings its own options: remove “options” and “open”',
    ),
  );
export type PollSettings = z.infer<typeof PollSettings>;
