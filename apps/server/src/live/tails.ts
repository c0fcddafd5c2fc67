import type { Entry } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import { together } from '../database/together.ts';

/** Somebody who is behind by more entries than this takes the whole document. */
const LONGEST_TAIL = 1_000;

/**
 * The tails of many meetings in one statement: where a meeting's people are at several servers, each
 * entry is read by all the others, and a statement for every one of them is what limited how many
 * servers a PostgreSQL could have (167 µs of its CPU alone, against 12 µs for an entry in company).
 */
const TAILS = `
  select asked.number, head.head, patch.seq, patch.body
  from unnest($1::text[], $2::bigint[]) with ordinality as asked (meeting_id, after, number)
  join meeting_head head on head.meeting_id = asked.meeting_id
  left join lateral (
    select seq, body
    from meeting_patch
    where meeting_id = asked.meeting_id and seq > asked.after
    order by seq
    limit ${LONGEST_TAIL + 1}
  ) patch on true
  order by asked.number, patch.seq`;

interface Row {
  number: number;
  head: number;
  seq: number | null;
  body: string;
}

interface Asked {
  readonly meeting: MeetingId;
  readonly after: number;
}

/** A statement; the rows it answers are as `Row` says. */
type Query = (text: string, values: unknown[]) => Promise<Row[]>;

/**
 * Reads what follows an entry of a meeting; null: there is no such meeting, or more than one wants to
 * read that way.
 */
export function readTails(
  query: Query,
): (meeting: MeetingId, after: number) => Promise<Entry[] | null> {
  const read = together(async (asked: readonly Asked[]) => {
    const rows = await query(TAILS, [
      asked.map(({ meeting }) => meeting),
      asked.map(({ after }) => after),
    ]);
    const found = Map.groupBy(rows, ({ number }) => number);
    // The database counts from 1.
    return asked.map(({ after }, i) => tailOf(found.get(i + 1) ?? [], after));
  });
  return (meeting, after) => read({ meeting, after });
}

function tailOf(rows: readonly Row[], after: number): Entry[] | null {
  const [first] = rows;
  if (!first || rows.length > LONGEST_TAIL) return null;
  const entries = rows.flatMap(({ seq, body }) => (seq === null ? [] : [{ seq, body }]));
  return entries.length === Math.max(0, first.head - after) ? entries : null;
}
