import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

/** So many points a scale may have. */
export const POINTS = { least: 2, most: 11 } as const;
/** So many answers may be asked for before anything is shown. */
export const FEWEST = { least: 3, most: 10 } as const;
export const MOST_STATEMENTS = 20;

const statement = z.strictObject({
  /** Names it from meeting to meeting, so that its answers can be followed. */
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/)),
  text: localText(200),
  hint: z.optional(localText(256)),
});
export type Statement = z.infer<typeof statement>;

const scale = z
  .strictObject({
    points: z._default(z.int().check(z.minimum(POINTS.least), z.maximum(POINTS.most)), 5),
    /** The number of the lowest point. */
    from: z._default(z.int().check(z.minimum(0), z.maximum(1)), 1),
    /** What the lowest and the highest point mean. */
    low: z._default(localText(60), { en: 'Not at all', de: 'Gar nicht' }),
    high: z._default(localText(60), { en: 'Completely', de: 'Voll und ganz' }),
    /** Words, and a sign such as an emoji, for each point, from the lowest to the highest. */
    names: z.optional(
      z.array(
        z.strictObject({
          label: localText(60),
          sign: z.optional(z.string().check(z.minLength(1), z.maxLength(16))),
        }),
      ),
    ),
  })
  .check(
    z.refine(
      ({ points, names }) => names === undefined || names.length === points,
      'there must be as many names as points',
    ),
  );
export type Scale = z.infer<typeof scale>;

export const RateSettings = z
  .strictObject({
    /** What all statements together ask. */
    question: z.optional(localText(160)),
    statements: z.array(statement).check(
      z.minLength(1),
      z.maxLength(MOST_STATEMENTS),
      z.refine(
        (all) => new Set(all.map(({ id }) => id)).size === all.length,
        'two statements have the same id',
      ),
    ),
    /** Without one: five points, from “not at all” to “completely”. */
    scale: z.prefault(scale, {}),
    /** Nothing is shown of fewer answers. */
    fewest: z._default(z.int().check(z.minimum(FEWEST.least), z.maximum(FEWEST.most)), 5),
    /** A few words may go with each answer. */
    comments: z._default(z.boolean(), true),
    /** `enps`: those who would recommend less those who would not; needs points from 0 to 10. */
    score: z._default(z.enum(['none', 'average', 'enps']), 'average'),
  })
  .check(
    z.refine(
      (settings) =>
        settings.score !== 'enps' || (settings.scale.points === 11 && settings.scale.from === 0),
      'the score “enps” needs 11 points, from 0 on',
    ),
  );
export type RateSettings = z.infer<typeof RateSettings>;
