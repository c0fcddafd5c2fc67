import { localText, visibleLength } from '@rondo/meeting';
import * as z from 'zod/mini';
import { PASS, SCALES, UNSURE, type ScaleName } from './scales.ts';

export const MOST_DIMENSIONS = 12;
export const FEWEST_VALUES = 2;
export const MOST_VALUES = 30;
/** Of a value of a scale and of a final score, in visible characters: it has to fit on a card. */
export const LONGEST_VALUE = 8;

const shortId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/));

/** What stands on a card of a scale of one's own. */
const label = z.string().check(
  z.trim(),
  z.minLength(1),
  z.refine((value) => visibleLength(value) <= LONGEST_VALUE, 'longer than eight characters'),
  z.refine(
    (value) => value !== UNSURE && value.toLowerCase() !== PASS,
    'every scale has “?” and “pass” already',
  ),
);

const differ = (list: readonly string[]): boolean => new Set(list).size === list.length;

// `Object.keys` forgets that these are exactly the scales.
const scaleNames = Object.keys(SCALES) as [ScaleName, ...ScaleName[]];

const scale = z.union([
  z.enum(scaleNames),
  z.strictObject({
    /** From the lowest to the highest. */
    values: z
      .array(label)
      .check(
        z.minLength(FEWEST_VALUES),
        z.maxLength(MOST_VALUES),
        z.refine(differ, 'two values are the same'),
      ),
  }),
]);

const dimension = z.strictObject({
  id: shortId,
  name: localText(60),
  hint: z.optional(localText(200)),
  scale: z._default(scale, 'fibonacci'),
});
export type Dimension = z.infer<typeof dimension>;

/** A figure that is worked out of the scores: `of` added up or multiplied, divided by `per`. */
const figure = z.strictObject({
  name: localText(60),
  way: z.enum(['sum', 'product']),
  of: z.array(shortId).check(z.minLength(1), z.maxLength(MOST_DIMENSIONS)),
  per: z.optional(shortId),
});
export type Figure = z.infer<typeof figure>;

export const EstimateSettings = z
  .strictObject({
    /** Round by round at one table, or everybody through all stories when it suits them. */
    way: z._default(z.enum(['together', 'own-pace']), 'together'),
    dimensions: z._default(
      z.array(dimension).check(
        z.minLength(1),
        z.maxLength(MOST_DIMENSIONS),
        z.refine((all) => differ(all.map(({ id }) => id)), 'two dimensions have the same id'),
      ),
      [{ id: 'effort', name: { en: 'Effort', de: 'Aufwand' }, scale: 'fibonacci' }],
    ),
    /** The cards are turned over as soon as everybody who takes part has picked. */
    autoReveal: z._default(z.boolean(), false),
    /** How many steps of the scale picks may lie apart and still count as agreement. */
    agreeWithin: z._default(z.int().check(z.minimum(0), z.maximum(3)), 0),
    /** By which stories are ranked in the outcome. */
    figure: z.optional(figure),
  })
  .check(
    z.refine(
      ({ dimensions, figure }) =>
        !figure ||
        [...figure.of, ...(figure.per ? [figure.per] : [])].every((id) =>
          dimensions.some((each) => each.id === id),
        ),
      'the figure names a dimension that is not there',
    ),
  );
export type EstimateSettings = z.infer<typeof EstimateSettings>;
