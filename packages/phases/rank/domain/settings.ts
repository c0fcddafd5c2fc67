import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

export const MOST_ITEMS = 30;
export const LONGEST_ITEM = 160;

const axis = z.strictObject({
  label: localText(40),
  /** What its lowest and its highest end mean. */
  low: z._default(localText(40), { en: 'low', de: 'niedrig' }),
  high: z._default(localText(40), { en: 'high', de: 'hoch' }),
  /** Which end is the better one: the list of results begins in the corner where both are. */
  better: z._default(z.enum(['low', 'high']), 'high'),
});
export type Axis = z.infer<typeof axis>;

const quadrants = z.strictObject({
  topLeft: localText(40),
  topRight: localText(40),
  bottomLeft: localText(40),
  bottomRight: localText(40),
});

export const RankSettings = z.strictObject({
  question: z._default(localText(200), { en: 'What comes first?', de: 'Was kommt zuerst?' }),
  items: z._default(
    z
      .array(
        z.strictObject({
          id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/)),
          title: localText(LONGEST_ITEM),
        }),
      )
      .check(
        z.maxLength(MOST_ITEMS),
        z.refine(
          (items) => new Set(items.map(({ id }) => id)).size === items.length,
          'two items have the same id',
        ),
      ),
    [],
  ),
  /** With axes items are placed on a plane; without, each brings them into an order. */
  axes: z.optional(z.strictObject({ x: axis, y: axis, quadrants: z.optional(quadrants) })),
  /** The topics that earlier steps have given are items as well. */
  topics: z._default(z.boolean(), true),
  /** Everybody may add items, not only whoever facilitates. */
  open: z._default(z.boolean(), true),
  /** A later discussion takes the topics in the order that comes out here. */
  applyToTopics: z._default(z.boolean(), false),
});
export type RankSettings = z.infer<typeof RankSettings>;
