import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEntries, type Entry } from '@rondo/live/room';
import { outcomeOf, type Board, type Doc, type Outcome } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { newKey } from '../../meetings/new-key.ts';

const FOLDER = join(
  import.meta.dirname,
  '../../../../../packages/live/src/testing/recordings/format-1',
);

interface Ended {
  readonly board: Board;
  readonly outcome: Outcome;
}

/** Meetings that were recorded from every kind of phase, as they are when they have ended. */
export function recordedMeetings(): Ended[] {
  return globSync('*.json', { cwd: FOLDER })
    .toSorted()
    .map((file) => {
      // Recorded by ourselves.
      const { start, entries } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
        start: Doc;
        entries: Entry[];
      };
      const { board } = applyEntries({ seq: 0, doc: start }, entries).doc;
      const ended: Board = { ...board, status: 'ended', endedAt: board.endedAt ?? board.startedAt };
      return { board: ended, outcome: outcomeOf(ended, phasesOnServer) };
    });
}

/** Puts ended meetings into a team, with these people in the places of the first who took part. @returns their ids */
export async function keepRecorded(
  db: Db,
  team: string,
  users: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { board, outcome }] of recordedMeetings().entries()) {
    const id = newKey();
    ids.push(id);
    await db
      .insertInto('meeting')
      .values({
        id,
        team_id: team,
        activity_id: board.activity.id,
        activity_name: JSON.stringify({ en: 'Simulated' }),
        hues: ['moss'],
        name: `${outcome.name} ${index}`,
        status: 'ended',
        guests: 'lobby',
        facilitator: outcome.facilitator,
        started_by: users[0] ?? null,
        started_at: new Date(outcome.startedAt + index * 1_000),
        ended_at: new Date(outcome.endedAt + index * 1_000),
      })
      .execute();
    const people = Object.entries(board.people);
    await db
      .insertInto('participant')
      .values(
        people.map(([person, { name }], place) => ({
          meeting_id: id,
          id: person,
          name,
          user_id: users[place] ?? null,
          guest_key: users[place] === undefined ? Buffer.from(`${id}${person}`) : null,
        })),
      )
      .execute();
    await db
      .insertInto('outcome')
      .values({ meeting_id: id, outcome: JSON.stringify(outcome) })
      .execute();
    const doc = JSON.stringify({
      board: { ...board, id },
      hands: {},
      ledger: { executed: {}, since: 9 },
    });
    await sql`insert into meeting_head (meeting_id, head) values (${id}, 9)`.execute(db);
    await sql`insert into meeting_snapshot (meeting_id, seq, doc) values (${id}, 9, ${doc})`.execute(
      db,
    );
  }
  return ids;
}
