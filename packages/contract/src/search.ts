import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { MeetingKey, Uuid } from './shapes.ts';

const Kind = z.enum(['outcome', 'topic', 'answer', 'task', 'report']);
/** Text in pieces; those that match are to be marked. */
const Pieces = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const Found = z.object({
  id: Uuid,
  kind: Kind,
  title: Pieces,
  /** The passages around what was found; empty where only the title matches. */
  passage: Pieces,
  team: z.object({ id: Uuid, name: z.string() }),
  /** Where it was said; null for a task that was made on a board, or whose meeting is deleted. */
  meeting: z.object({ id: MeetingKey, name: z.string() }).nullable(),
  task: z.object({ id: Uuid, status: z.enum(['open', 'done', 'dropped']) }).nullable(),
  report: z.object({ id: Uuid, state: z.enum(['draft', 'published']) }).nullable(),
  at: z.iso.datetime(),
});
export type Found = z.infer<typeof Found>;

export const search = {
  find: endpoint(
    'GET /search',
    {
      summary:
        'Find topics, answers, tasks, reports and meetings of your teams, and what your organizations publish, by kind, the best first',
      tag: 'search',
      errors: ['signed-out', 'not-found'],
    },
    z.object({
      /** Words, `"a phrase"`, `or`, `-without`. The last word may be half written. */
      words: z.string().trim().min(1).max(200),
      /** One of your teams; absent: all of them. */
      team: Uuid.optional(),
      /** Absent: a few of each. */
      kind: Kind.optional(),
      /** From the first to the last day, both included. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** So many of the best are left out: where the last page ended. Only with `kind`. */
      skip: z.coerce.number().int().min(0).max(1_000).default(0),
    }),
    z.object({
      groups: z.array(
        z.object({
          kind: Kind,
          /** How many there are, counted up to 1,000. */
          count: z.number().int(),
          found: z.array(Found),
        }),
      ),
    }),
  ),
};
