import { sql, type RawBuilder } from 'kysely';
import { problem } from '../http/problem.ts';
import { isUuid } from '../uuid.ts';

/** Of a list that has the latest first: the moment and the id of the row that a page ended with. */
export interface TimeCursor {
  /** To the microsecond where the column is: a `Date` has milliseconds alone, and rows would be left out. */
  readonly at: string;
  readonly id: string;
}

/** What callers hand back to get the next page. */
export const writeTimeCursor = (at: Date | string, id: string): string =>
  `${typeof at === 'string' ? at : at.toISOString()}~${id}`;

/** Throws `bad-input` for what is none. @param isId of the table's kind; PostgreSQL would fail on any other */
export function readTimeCursor(text: string, isId = isUuid): TimeCursor {
  const [at = '', id = '', ...more] = text.split('~');
  if (more.length > 0 || Number.isNaN(Date.parse(at)) || !isId(id)) throw problem('bad-input');
  return { at, id };
}

/** Whether a row stands behind the page that ended there. */
export const isBehind = (
  { at, id }: TimeCursor,
  columns: { at: RawBuilder<unknown>; id: RawBuilder<unknown> },
): RawBuilder<boolean> =>
  sql<boolean>`(${columns.at}, ${columns.id}) < (${at}::timestamptz, ${id})`;

/** The moment in a column of microseconds, for a cursor. */
export const exactly = (column: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
