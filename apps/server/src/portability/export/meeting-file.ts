import type { Board, Doc, Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { MeetingFile } from '../archive/files.ts';
import type { JsonRecord } from './records.ts';

/** What remains of a meeting that has ended. */
export async function meetingFile(
  db: Db,
  meeting: JsonRecord,
): Promise<
  Omit<MeetingFile, 'outcome' | 'board'> & { outcome: Outcome | null; board: Board | null }
> {
  // The record's own shape.
  const id = meeting['id'] as string;
  const participants = await db
    .selectFrom('participant')
    .select(['id', 'user_id', 'name', 'joined_at'])
    .where('meeting_id', '=', id)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
  const stored = await db
    .selectFrom('outcome')
    .select('outcome')
    .where('meeting_id', '=', id)
    .executeTakeFirst();
  const kept = await sql<{ doc: string }>`
    select doc from meeting_snapshot where meeting_id = ${id}
  `.execute(db);
  // Only the log writes documents there. Hands and ledger were burnt at the end; what is left is the board.
  const doc = kept.rows[0] && (JSON.parse(kept.rows[0].doc) as Doc);
  return {
    meeting,
    participants: participants.map((each) => ({
      id: each.id,
      person: each.user_id,
      name: each.name,
      joinedAt: each.joined_at.toISOString(),
    })),
    outcome: stored?.outcome ?? null,
    board: doc?.board.status === 'ended' ? doc.board : null,
  };
}
