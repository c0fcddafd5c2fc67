import { isId, type Board } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import * as z from 'zod';
import { Day, Guests, Local, Words } from './fields.ts';

/** What people wrote: long enough for every field there is, and no longer. */
const Text = Words(100_000);
const Id = z.string().refine(isId, 'is no id');
const At = z.int().min(0);
const Hint = Local.nullable();
const by = <Value extends z.ZodType>(value: Value) => z.record(Id, value);

const Window = z.strictObject({
  opensAt: At.nullable(),
  closesAt: At.nullable(),
  whenDone: z.boolean(),
  remindAt: At.nullable(),
  lateUntil: At.nullable(),
  along: z.literal(true).optional(),
});

const Phase = z.strictObject({
  kind: Words(60),
  title: Hint,
  tip: Hint,
  status: z.enum(['ahead', 'open', 'done', 'skipped']),
  begun: z.boolean(),
  minutes: z.number().min(0).nullable(),
  settings: z.looseObject({}),
  state: z.looseObject({}),
  ready: by(z.literal(true)),
  window: Window.nullable().optional(),
});

const Shape = z.strictObject({
  format: z.literal(1),
  id: Id,
  name: Text,
  activity: z.strictObject({ id: Words(60), name: Local }),
  status: z.literal('ended'),
  startedAt: At,
  endedAt: At.nullable(),
  facilitator: Id,
  locked: z.boolean(),
  guests: Guests,
  flow: z.array(Id).min(1).max(200),
  at: Id,
  phases: by(Phase),
  people: by(
    z.strictObject({
      name: Words(400),
      role: z.enum(['member', 'guest']),
      lead: z.boolean(),
      state: z.enum(['in', 'waiting', 'removed']),
    }),
  ),
  expected: by(z.strictObject({ name: Words(400) })).optional(),
  timer: z
    .strictObject({
      phase: Id,
      endsAt: At,
      length: At,
      kind: z.enum(['countdown', 'deadline']),
    })
    .nullable(),
  sealed: z.boolean(),
  cards: by(
    z.strictObject({ text: Text, phase: Id, prompt: Words(60), group: Id, by: Id.optional() }),
  ),
  groups: by(
    z.strictObject({
      title: Text.nullable(),
      cards: z.array(Id).max(20_000),
      order: Words(400),
      votes: z.number().optional(),
    }),
  ),
  tasks: by(
    z.strictObject({
      text: Text,
      owner: Id.nullable(),
      due: Day.nullable(),
      topic: Id.nullable(),
      by: Id,
      done: z.boolean(),
      order: Words(400),
    }),
  ),
});

/** The board of an archive, where a meeting could go on from it; null where anything about it is otherwise. */
export function soundBoard(claimed: unknown): Board | null {
  const found = Shape.safeParse(claimed);
  if (!found.success) return null;
  // Checked above; only the brands of its ids are not said there.
  const board = found.data as unknown as Board;
  const holdsTogether =
    board.at in board.phases &&
    board.facilitator in board.people &&
    board.flow.length === Object.keys(board.phases).length &&
    board.flow.every((id) => id in board.phases) &&
    Object.values(board.cards).every(({ group }) => group in board.groups) &&
    Object.values(board.groups).every(({ cards }) => cards.every((id) => id in board.cards));
  return holdsTogether && Object.values(board.phases).every(isSound) ? board : null;
}

/** Settings as the kind takes them, and a state that has what one has that the kind makes of them. */
function isSound({ kind, settings, state }: Board['phases'][keyof Board['phases']]): boolean {
  const known = phasesOnServer[kind];
  if (!known) return false;
  const taken = known.settings.safeParse(settings);
  if (!taken.success) return false;
  // The kind has just taken these settings.
  const fresh = known.state(taken.data as never, { tasks: [], agenda: [] });
  const claimed: Readonly<Record<string, unknown>> = { ...state };
  return Object.entries(fresh).every(
    // What is nothing at first may become anything; its kind's outcome is compared beside.
    ([key, value]) => value === null || value === undefined || sort(claimed[key]) === sort(value),
  );
}

const sort = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);
