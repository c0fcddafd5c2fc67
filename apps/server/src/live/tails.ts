import type { Entry } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';

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
  readonly answer: (entries: Entry[] | null) => void;
  readonly fail: (error: unknown) => void;
}

/** A statement; the rows it answers are as `Row` says. */
type Query = (text: string, values: unknown[]) => Promise<Row[]>;

/**
 * Reads what follows an entry of a meeting; null: there is no such meeting, or more than one wants to
 * read that way. One statement at a time: what is asked meanwhile goes together in the next.
 */
export function readTails(query: Query) {
  let waiting: Asked[] = [];
  let isReading = false;

  const read = async (asked: readonly Asked[]): Promise<void> => {
    try {
      const rows = await query(TAILS, [
        asked.map(({ meeting }) => meeting),
        asked.map(({ after }) => after),
      ]);
      const found = Map.groupBy(rows, ({ number }) => number);
      // The database counts from 1.
      asked.forEach(({ after, answer }, i) => answer(tailOf(found.get(i + 1) ?? [], after)));
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };

  const readOn = async (): Promise<void> => {
    isReading = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      await read(asked);
    }
    isReading = false;
  };

  return (meeting: MeetingId, after: number): Promise<Entry[] | null> =>
    new Promise((answer, fail) => {
      waiting.push({ meeting, after, answer, fail });
      // What else this turn asks for goes along.
      if (!isReading) {
        isReading = true;
        setImmediate(() => void readOn());
      }
    });
}

function tailOf(rows: readonly Row[], after: number): Entry[] | null {
  const [first] = rows;
  if (!first || rows.length > LONGEST_TAIL) return null;
  const entries = rows.flatMap(({ seq, body }) => (seq === null ? [] : [{ seq, body }]));
  return entries.length === Math.max(0, first.head - after) ? entries : null;
}
