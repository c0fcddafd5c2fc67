import type { MeetingId, ParticipantId } from '@rondo/meeting';
import type { Db } from '../database/database.ts';

/** The accounts behind a meeting's participants; guests have none. */
export type AccountsOf = ReadonlyMap<string | null, string>;

export async function accountsOf(db: Db, meeting: MeetingId): Promise<AccountsOf> {
  const rows = await db
    .selectFrom('participant')
    .select(['id', 'user_id'])
    .where('meeting_id', '=', meeting)
    .where('user_id', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, user_id: user }) => (user === null ? [] : [[id as ParticipantId, user]])),
  );
}
