import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** What the ids of rehearsal organizations begin with; those of others are random from the first digit. */
const MARK = '00000000-7265-6865-6172-';

/** Ids of rehearsal organizations, for `like`. */
export const REHEARSAL_IDS = `${MARK}%`;

/** An id that says by itself that everything below it may be deleted. */
export const markedId = (): string => `${MARK}${randomBytes(6).toString('hex')}`;

/**
 * Deletes all that rehearsals have put into the database.
 * @param olderThanMinutes leaves alone what is younger: another rehearsal may be running
 * @returns how many organizations there were
 */
export async function cleanUp(db: Db, { olderThanMinutes = 0 } = {}): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from organization
      where id::text like ${REHEARSAL_IDS}
        and created_at <= now() - make_interval(mins => ${olderThanMinutes})
      for update`.execute(tx);
    if (rows.length === 0) return 0;
    const gone = rows.map(({ id }) => id);
    const meetings = sql`(
      select meeting.id from meeting join team on team.id = meeting.team_id
      where team.organization_id = any(${gone}::uuid[]))`;
    // The heads first: without its head, nothing is added to a log any more.
    await sql`delete from meeting_head where meeting_id in ${meetings}`.execute(tx);
    await sql`delete from meeting_patch where meeting_id in ${meetings}`.execute(tx);
    await sql`delete from meeting_snapshot where meeting_id in ${meetings}`.execute(tx);
    await sql`delete from organization where id = any(${gone}::uuid[])`.execute(tx);
    return gone.length;
  });
}
