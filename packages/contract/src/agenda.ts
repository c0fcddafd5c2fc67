import { visibleLength } from '@rondo/meeting';
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { name, Uuid } from './shapes.ts';

const tag = 'agenda';
const errors = ['signed-out', 'not-found'] as const;
const changing = [...errors, 'archived', 'read-only'] as const;

/** Something that waits for the team's next meeting with an agenda. */
export const AgendaItem = z.object({
  id: z.string(),
  text: z.string(),
  note: z.string(),
  /** Comes back in every meeting with an agenda. */
  pinned: z.boolean(),
  by: z.string(),
  mine: z.boolean(),
  addedAt: z.iso.datetime(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

const ItemId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);
/** One line: it is a card's first line in the meeting. */
const text = name(120).transform((value) => value.replaceAll(/\s+/g, ' '));
const note = z
  .string()
  .trim()
  .refine((value) => visibleLength(value) <= 1_000, 'at most 1000 characters');

const ofTeam = z.object({ team: Uuid });
const ofItem = ofTeam.extend({ item: ItemId });
const Agenda = z.object({ items: z.array(AgendaItem) });

export const agenda = {
  list: endpoint(
    'GET /teams/{team}/agenda',
    { summary: 'What waits for the next meeting with an agenda, in order', tag, errors },
    ofTeam,
    Agenda,
  ),
  add: endpoint(
    'POST /teams/{team}/agenda',
    { summary: 'Put something on the agenda', tag, errors: [...changing, 'conflict'] },
    ofTeam.extend({ text, note: note.default(''), pinned: z.boolean().default(false) }),
    Agenda,
  ),
  change: endpoint(
    'PATCH /teams/{team}/agenda/{item}',
    { summary: 'Say it better, pin it or take the pin out', tag, errors: changing },
    ofItem.extend({
      text: text.optional(),
      note: note.optional(),
      pinned: z.boolean().optional(),
    }),
    Agenda,
  ),
  move: endpoint(
    'PUT /teams/{team}/agenda/{item}/place',
    { summary: 'Move an item behind another', tag, errors: changing },
    /** `behind` null: in front of all. */
    ofItem.extend({ behind: ItemId.nullable() }),
    Agenda,
  ),
  remove: endpoint(
    'DELETE /teams/{team}/agenda/{item}',
    { summary: 'Take something off the agenda', tag, errors: changing },
    ofItem,
    Agenda,
  ),
};
