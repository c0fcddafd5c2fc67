import * as z from 'zod';
import { boardOf, type Note } from './board.ts';
import { author, cleaned, type Foreign } from './foreign.ts';

const Id = z.union([z.string(), z.number()]).transform(String);

/** As far as it is needed; releases differ in the rest. */
const ScrumlrFile = z.object({
  board: z.object({ name: z.string().nullish(), createdAt: z.string().nullish() }).nullish(),
  columns: z.array(z.object({ id: Id, name: z.string().nullish() })),
  notes: z.array(
    z.object({
      id: Id,
      author: z.union([Id, z.object({ id: Id.nullish(), name: z.string().nullish() })]).nullish(),
      text: z.string().nullish(),
      position: z
        .object({ column: Id.nullish(), stack: Id.nullish(), rank: z.number().nullish() })
        .nullish(),
    }),
  ),
  participants: z
    .array(z.object({ user: z.object({ id: Id, name: z.string().nullish() }).nullish() }))
    .nullish(),
  votings: z
    .array(
      z.object({
        votes: z
          .object({ votesPerNote: z.record(z.string(), z.object({ total: z.number().int() })) })
          .nullish(),
      }),
    )
    .nullish(),
});

/** A board of scrumlr as JSON; null: it is none. */
export function readScrumlrJson(value: unknown): Foreign | null {
  const found = ScrumlrFile.safeParse(value);
  if (!found.success) return null;
  const { board, columns, notes, participants, votings } = found.data;
  const columnNames = new Map(columns.map(({ id, name }) => [id, cleaned(name ?? '')]));
  const people = new Map(
    (participants ?? []).flatMap(({ user }) => (user ? [[user.id, user.name ?? '']] : [])),
  );
  const votes = new Map<string, number>();
  for (const { votes: cast } of votings ?? [])
    for (const [note, { total }] of Object.entries(cast?.votesPerNote ?? {}))
      votes.set(note, (votes.get(note) ?? 0) + Math.max(0, total));
  const nameOf = (by: (typeof notes)[number]['author']): string | null => {
    if (by === null || by === undefined) return null;
    if (typeof by === 'string') return author(people.get(by));
    return author(by.name ?? people.get(by.id ?? ''));
  };
  const byStack = Map.groupBy(notes, ({ position }) => position?.stack ?? '');
  const isThere = new Set(notes.map(({ id }) => id));
  const noteOf = (note: (typeof notes)[number], depth = 0): Note => ({
    text: cleaned(note.text ?? ''),
    column: columnNames.get(note.position?.column ?? '') ?? '',
    by: nameOf(note.author),
    votes: votes.get(note.id) ?? (votings?.length ? 0 : null),
    // Stacks lie flat; a deeper one is a file that goes round in circles.
    under: depth > 0 ? [] : (byStack.get(note.id) ?? []).map((each) => noteOf(each, depth + 1)),
  });
  const onTop = notes
    .filter(({ position }) => !position?.stack || !isThere.has(position.stack))
    .toSorted((a, b) => (b.position?.rank ?? 0) - (a.position?.rank ?? 0))
    .map((note) => noteOf(note))
    .filter(({ text }) => text !== '');
  const heldAt = Date.parse(board?.createdAt ?? '');
  return boardOf('scrumlr-json', {
    name: cleaned(board?.name ?? '').slice(0, 80),
    heldAt: Number.isNaN(heldAt) ? null : heldAt,
    notes: onTop,
  });
}
