import { HUES, localText, type LocalText, type PhaseKind, type Registry } from '@rondo/meeting';
import { z } from 'zod';
import { askedIn } from './asked.ts';
import { DRAWINGS } from './drawings.ts';
import { Season } from './season.ts';

/** The shelves of the library; each is a folder in `activities/`. */
export const CATEGORIES = [
  'retrospective',
  'estimation',
  'standup',
  'check-in',
  'team-health',
  'feedback',
  'strategy',
  'pre-mortem',
  'post-mortem',
  'one-on-one',
  'decision',
  'workshop',
  'celebration',
  'ship-report',
] as const;

const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u);

const Minutes = z.int().min(1).max(480);

const Keywords = z.array(z.string().trim().min(1).max(40)).max(30);

/** A text of at most `max` characters, in one language or in several. */
function text(max: number, description: string) {
  return localText(max).check(z.meta({ description }));
}

const head = {
  id: Slug.meta({ description: 'The name of this file without “.yaml”.' }),
  category: z.enum(CATEGORIES).meta({ description: 'The name of the folder this file is in.' }),
  name: text(60, 'What the activity is called.'),
  summary: text(160, 'One sentence that says what people do.'),
  purpose: text(600, 'When to use it, in two or three sentences.'),
  minutes: Minutes.meta({ description: 'How long it usually takes.' }),
  people: z
    .strictObject({ min: z.int().min(1).max(500), max: z.int().min(1).max(500) })
    .refine((people) => people.min <= people.max, {
      error: 'people.min is greater than people.max; swap them.',
    })
    .meta({ description: 'For how many people it works well.' }),
  suits: z
    .array(z.enum(['live', 'async']))
    .min(1)
    .default(['live', 'async'])
    .meta({ description: 'Whether people meet at once (live) or each in their own time (async).' }),
  place: z
    .array(z.enum(['remote', 'room']))
    .min(1)
    .default(['remote', 'room'])
    .meta({ description: 'Whether it works remotely, in one room, or both.' }),
  hues: z
    .array(z.enum(HUES))
    .min(1)
    .max(6)
    .meta({ description: 'The colours of its illustration.' }),
  drawing: z
    .enum(DRAWINGS)
    .optional()
    .meta({ description: 'The composition of its illustration; else its category decides.' }),
  keywords: z
    // What a team writes for itself may be in one language; what is built in is checked for both.
    .strictObject({ en: Keywords, de: Keywords.optional() })
    .meta({ description: 'Other words people may search for, by language.' }),
  season: Season.optional().meta({
    description:
      'The part of every year in which the library shows it; without one it always shows.',
  }),
};

/** A step is checked against the settings of its kind; a kind that needs no settings may leave them out. */
function stepSchema(kind: string, settings: PhaseKind['settings']) {
  return z.strictObject({
    kind: z.literal(kind).meta({ description: 'The building block.' }),
    title: z.optional(text(40, 'A name for this step, where the usual one does not fit.')),
    minutes: Minutes.optional().meta({ description: 'How long this step usually takes.' }),
    tip: z.optional(text(400, 'A piece of advice that the facilitator sees.')),
    settings: z.prefault(settings, {}),
  });
}

/** The whole of an activity file, for the phase kinds at hand (at least one). */
function buildSchema(kinds: Registry) {
  const names = Object.keys(kinds).sort();
  const [first, ...rest] = names.map((kind) =>
    stepSchema(kind, (kinds[kind] as PhaseKind).settings),
  ); // `names` are its own keys
  if (first === undefined) throw new Error('activitySchema needs at least one phase kind');
  const step = z.discriminatedUnion('kind', [first, ...rest]);
  return z.strictObject({
    ...head,
    flow: z.array(step).min(1).max(30).meta({ description: 'The steps, in order.' }),
  });
}

type Schema = ReturnType<typeof buildSchema>;

const built = new WeakMap<Registry, Schema>();

/** The same, made once: it takes longer to make than to read a file with it. */
export function activitySchema(kinds: Registry): Schema {
  const known = built.get(kinds);
  if (known) return known;
  const schema = buildSchema(kinds);
  built.set(kinds, schema);
  return schema;
}

/** An activity as the rest of the program sees it; the settings of each step are already checked and complete. */
export type Activity = Readonly<z.output<ReturnType<typeof activitySchema>>>;

export type Step = Activity['flow'][number];

export type Category = Activity['category'];

/** What an activity asks, in the order in which people meet it. */
export function promptTitlesOf(activity: Activity): LocalText[] {
  return activity.flow
    .flatMap(({ settings }) => askedIn({ ...settings }))
    .map(({ title }) => title);
}
