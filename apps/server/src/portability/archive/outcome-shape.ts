import type { Outcome, OutcomePart } from '@rondo/meeting';
import * as z from 'zod';
import { Count, Day, Local, Words } from './fields.ts';

/** What people wrote: long enough for every field there is, and no longer. */
const Text = Words(100_000);
const Name = Words(400);
const Figure = z.number();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(20_000);

const comments = list(z.strictObject({ text: Text, by: Name, reply: z.boolean() }));
const reactions = list(z.strictObject({ sign: Words(100), count: Count }));
const card = z.strictObject({ text: Text, by: Name.optional() });
const axis = z.strictObject({ label: Local, low: Local, high: Local });
/** A page of the web, never `javascript:`. */
const Link = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\//i);

const topics = z.strictObject({
  as: z.literal('topics'),
  topics: list(
    z.strictObject({
      title: Text,
      votes: Figure.nullable(),
      notes: Text,
      parked: z.boolean(),
      cards: list(z.strictObject({ text: Text, prompt: Local, by: Name.optional() })),
      comments,
      tasks: list(Words(60)),
    }),
  ),
});
const cards = z.strictObject({
  as: z.literal('cards'),
  columns: list(z.strictObject({ prompt: Local, cards: list(card) })),
});
const scale = z.strictObject({
  as: z.literal('scale'),
  statement: Words(400).optional(),
  question: Local,
  counts: list(Count).nullable(),
  answers: Count,
  low: Local,
  high: Local,
  points: list(z.strictObject({ label: Local, sign: Words(100).optional() })).optional(),
  from: Figure.optional(),
  score: z.enum(['none', 'average', 'enps']).optional(),
  fewest: Count.optional(),
  comments: list(Text).optional(),
});
const answers = z.strictObject({
  as: z.literal('answers'),
  question: Local,
  flag: z.literal(true).optional(),
  answers: list(
    z.strictObject({
      text: Text,
      by: Name.optional(),
      late: z.boolean().optional(),
      comments: comments.optional(),
      reactions: reactions.optional(),
    }),
  ),
  missing: list(Name).optional(),
});
const estimates = z.strictObject({
  as: z.literal('estimates'),
  dimensions: list(z.strictObject({ id: Words(60), name: Local })),
  figure: Local.optional(),
  stories: list(
    z.strictObject({
      title: Text,
      link: Link.nullable(),
      description: Text,
      acceptance: Text,
      results: list(
        z.strictObject({
          score: Words(100).nullable(),
          spread: list(z.strictObject({ value: Words(100), count: Count })),
          rounds: Count,
        }),
      ),
      figure: Figure.nullable().optional(),
      comments,
    }),
  ),
});
const poll = z.strictObject({
  as: z.literal('poll'),
  question: Local,
  way: Words(60),
  round: Count.optional(),
  options: list(
    z.strictObject({
      label: Local,
      count: Figure,
      by: list(Name).optional(),
      out: Count.optional(),
      winner: z.boolean().optional(),
    }),
  ),
  answers: Count,
  tooFew: z.boolean().optional(),
  verdict: z.enum(['chosen', 'tie', 'passed', 'concerns', 'rejected', 'blocked']).optional(),
  rounds: list(
    z.strictObject({
      counts: list(Figure.nullable()),
      tie: z.enum(['earlier', 'mentions', 'together']).nullable(),
    }),
  ).optional(),
  reasons: list(
    z.strictObject({
      text: Text,
      option: Local,
      by: Name.optional(),
      withdrawn: z.boolean().optional(),
    }),
  ),
  decision: Text.nullable(),
});
const ranking = z.strictObject({
  as: z.literal('ranking'),
  question: Local,
  axes: z.strictObject({ x: axis, y: axis }).nullable(),
  answers: Count,
  items: list(
    z.strictObject({
      title: Local,
      place: Figure.nullable(),
      answers: Count,
      points: Figure.optional(),
      best: Figure.optional(),
      worst: Figure.optional(),
      x: Figure.optional(),
      y: Figure.optional(),
    }),
  ),
});
const kudos = z.strictObject({
  as: z.literal('kudos'),
  kudos: list(
    z.strictObject({
      to: list(Name),
      team: z.literal(true).optional(),
      text: Text,
      by: Name.optional(),
      reactions: reactions.optional(),
    }),
  ),
});
const reviewed = z.strictObject({
  as: z.literal('reviewed'),
  tasks: list(
    z.strictObject({
      id: Words(60),
      text: Text,
      owner: Name.nullable(),
      due: Day.nullable().optional(),
      meeting: Name,
      verdict: z.enum(['done', 'keep', 'changed', 'dropped']).nullable(),
      helped: z.strictObject({ yes: Count, no: Count }).nullable(),
      asked: z.literal(true).optional(),
      renewed: z.literal(true).optional(),
      putOff: z.literal(true).optional(),
    }),
  ),
});
const agenda = z.strictObject({
  as: z.literal('agenda'),
  items: list(
    z.strictObject({
      id: Words(60),
      text: Text,
      note: Text.optional(),
      by: Name,
      pinned: z.boolean(),
      done: z.boolean(),
    }),
  ),
  removed: list(Words(60)).optional(),
});

const Part = z.discriminatedUnion('as', [
  topics,
  cards,
  scale,
  answers,
  estimates,
  poll,
  ranking,
  kudos,
  reviewed,
  agenda,
]);

/** What remains of a meeting, as `packages/meeting/src/outcome.ts` has it; what comes from elsewhere is checked. */
export const OutcomeFile = z.strictObject({
  format: z.literal(1),
  name: Name,
  activity: Local,
  /** ms since 1970. */
  startedAt: z.int().min(0),
  endedAt: z.int().min(0),
  facilitator: Name,
  people: list(z.strictObject({ name: Name, role: z.enum(['member', 'guest']) })),
  phases: list(
    z.strictObject({
      id: Words(60),
      kind: Words(60),
      title: Local,
      parts: list(Part),
    }),
  ),
  tasks: list(
    z.strictObject({
      id: Words(60),
      text: Text,
      due: Day.nullable(),
      done: z.boolean(),
      topic: Words(60).nullable(),
      owner: Name.nullable(),
    }),
  ),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Plain = string | number | boolean | null | undefined;
/** Every value in it, by its path. */
type Paths<T> = T extends Plain
  ? never
  : T extends readonly (infer Item)[]
    ? Paths<Item>
    : { [Key in keyof T & string]-?: Key | `${Key}.${Paths<T[Key]>}` }[keyof T & string];
type PartOf<P, As> = Extract<P, { as: As }>;

/** Whether every part of outcomes is here with all that it may hold, and nothing else. */
type IsComplete = false extends {
  [As in OutcomePart['as']]: Same<
    Paths<PartOf<z.infer<typeof Part>, As>>,
    Paths<PartOf<OutcomePart, As>>
  >;
}[OutcomePart['as']]
  ? false
  : Same<z.infer<typeof Part>['as'], OutcomePart['as']>;

/**
 * Checked above; only the brands of its ids are not said there. Nothing can be given to it, and so nothing compiles,
 * when anything that outcomes may hold is missing here.
 */
export const outcomeFrom = (
  checked: IsComplete extends true ? z.infer<typeof OutcomeFile> : never,
): Outcome => checked as Outcome;
