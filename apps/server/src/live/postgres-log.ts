import { applyEntries, type Entry, type Log, type NewEntry } from '@rondo/live/room';
import type { Board, Doc, MeetingId, Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Pool, QueryConfig } from 'pg';
import type { Db } from '../database/database.ts';
import { readTails } from './tails.ts';

/** What the rest of the server does in the transaction that ends a meeting, or opens it again. */
export interface Turning {
  /** Stores the outcome, writes the jobs that mail it. */
  readonly ended: (tx: Db, meeting: MeetingId, outcome: Outcome, board: Board) => Promise<void>;
  readonly reopened: (tx: Db, meeting: MeetingId) => Promise<void>;
}

export interface PostgresLog extends Log {
  /** Deletes all there is of a meeting. */
  readonly forget: (meeting: MeetingId) => Promise<void>;
}

/** A statement that takes longer has an unknown end, ms: a connection may be dead without anybody saying so. */
const PATIENCE = 10_000;

/** Never part of an id or of JSON, where control characters are escaped. */
const BETWEEN = '\u0001';

/**
 * Locks in the order of ids, so that two nodes with the same meetings in another order never wait
 * for each other in a circle. A head that another node has moved meanwhile is looked at again after
 * its lock was got, and is then refused. Texts travel as one, because escaping arrays of JSON costs
 * more than all the rest of sending them (1.5 of 2.5 µs of Node's CPU per row, at 64 rows).
 */
const APPEND = `
  with given as materialized (
    select *
    from unnest(string_to_array($1, chr(1)), $2::bigint[], string_to_array($3, chr(1)))
      as given (meeting_id, seq, body)
  ), free as materialized (
    select head.meeting_id, given.seq, given.body
    from meeting_head head join given using (meeting_id)
    where head.head = given.seq - 1
    order by head.meeting_id
    for update of head
  ), moved as (
    update meeting_head head set head = free.seq
    from free
    where head.meeting_id = free.meeting_id and head.head = free.seq - 1
    returning head.meeting_id, free.seq, free.body
  ), added as (
    insert into meeting_patch (meeting_id, seq, body) select meeting_id, seq, body from moved
  )
  select meeting_id from moved`;

/** The snapshot first, then what follows it: one statement, so nothing can change in between. */
const LOAD = `
  select seq, doc as body from meeting_snapshot where meeting_id = $1
  union all
  select patch.seq, patch.body
  from meeting_patch patch
  join meeting_snapshot snapshot using (meeting_id)
  where patch.meeting_id = $1 and patch.seq > snapshot.seq
  order by seq`;

/** Never replaces a newer one, and never brings back a meeting that was deleted meanwhile. */
const SNAPSHOT = `
  insert into meeting_snapshot (meeting_id, seq, doc)
  select meeting_id, $2::bigint, $3::text from meeting_head where meeting_id = $1
  on conflict (meeting_id) do update set seq = excluded.seq, doc = excluded.doc
  where meeting_snapshot.seq < excluded.seq`;

/**
 * The log in PostgreSQL.
 * @param pool for the log alone, so that no other query can hold it up
 * @param db on a pool of its own, for the transactions that end a meeting
 */
export function postgresLog(pool: Pool, db: Db, turning: Turning): PostgresLog {
  const rows = async <Row extends object>(name: string, text: string, values: unknown[]) => {
    // `pg` knows the last one, its types do not.
    const query: QueryConfig = Object.assign({ name, text, values }, { query_timeout: PATIENCE });
    return (await pool.query<Row>(query)).rows;
  };

  /** Within a transaction: true when the entry was on top. */
  const moveHead = async (tx: Db, { meeting, seq }: NewEntry): Promise<boolean> => {
    const moved = await sql`
      update meeting_head set head = ${seq} where meeting_id = ${meeting} and head = ${seq - 1}
    `.execute(tx);
    return moved.numAffectedRows === 1n;
  };

  return {
    create: async (meeting, doc) => {
      await rows(
        'live create',
        `with head as (insert into meeting_head (meeting_id, head) values ($1, 0))
         insert into meeting_snapshot (meeting_id, seq, doc) values ($1, 0, $2)`,
        [meeting, JSON.stringify(doc)],
      );
    },

    load: async (meeting) => {
      const [snapshot, ...entries] = await rows<Entry>('live load', LOAD, [meeting]);
      if (!snapshot) return null;
      // Only this log writes documents there.
      const doc = JSON.parse(snapshot.body) as Doc;
      return applyEntries({ seq: snapshot.seq, doc }, entries);
    },

    tail: readTails((text, values) => rows('live tails', text, values)),

    append: async (entries) => {
      const moved = await rows<{ meeting_id: string }>('live append', APPEND, [
        entries.map(({ meeting }) => meeting).join(BETWEEN),
        entries.map(({ seq }) => seq),
        entries.map(({ body }) => body).join(BETWEEN),
      ]);
      if (moved.length === entries.length) return entries.map(() => true);
      const accepted = new Set(moved.map(({ meeting_id: id }) => id));
      return entries.map(({ meeting }) => accepted.has(meeting));
    },

    finish: (entry, final, outcome) => {
      const doc = JSON.stringify(final);
      return inTime(db, async (tx) => {
        if (!(await moveHead(tx, entry))) return false;
        const { meeting, seq } = entry;
        await sql`delete from meeting_patch where meeting_id = ${meeting}`.execute(tx);
        await sql`
          insert into meeting_snapshot (meeting_id, seq, doc) values (${meeting}, ${seq}, ${doc})
          on conflict (meeting_id) do update set seq = excluded.seq, doc = excluded.doc
        `.execute(tx);
        await turning.ended(tx, meeting, outcome, final.board);
        return true;
      });
    },

    reopen: (entry) =>
      inTime(db, async (tx) => {
        if (!(await moveHead(tx, entry))) return false;
        const { meeting, seq, body } = entry;
        await sql`
          insert into meeting_patch (meeting_id, seq, body) values (${meeting}, ${seq}, ${body})
        `.execute(tx);
        await turning.reopened(tx, meeting);
        return true;
      }),

    snapshot: async (meeting, seq, doc) => {
      await rows('live snapshot', SNAPSHOT, [meeting, seq, JSON.stringify(doc)]);
    },

    heads: async (meetings) => {
      const found = await rows<{ meeting_id: MeetingId; head: number }>(
        'live heads',
        'select meeting_id, head from meeting_head where meeting_id = any($1::text[])',
        [meetings],
      );
      return new Map(found.map(({ meeting_id: id, head }) => [id, head]));
    },

    forget: async (meeting) => {
      await rows(
        'live forget',
        `with head as (delete from meeting_head where meeting_id = $1),
              patch as (delete from meeting_patch where meeting_id = $1)
         delete from meeting_snapshot where meeting_id = $1`,
        [meeting],
      );
    },
  };
}

/** A transaction of which nobody waits for the answer for ever; rejects when it takes too long, with its end unknown. */
async function inTime(db: Db, work: (tx: Db) => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer from the database')), PATIENCE);
  });
  try {
    return await Promise.race([db.transaction().execute(work), late]);
  } finally {
    clearTimeout(timer);
  }
}
