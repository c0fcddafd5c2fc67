import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** Deletes meetings with all there is of them; tasks that were agreed on there stay. */
export async function forgetMeetings(tx: Db, meetings: readonly string[]): Promise<void> {
  if (meetings.length === 0) return;
  await tx.deleteFrom('meeting').where('id', 'in', meetings).execute();
  // The log refers to nothing, so nothing takes its rows along.
  for (const table of ['meeting_snapshot', 'meeting_patch', 'meeting_head'])
    await sql`delete from ${sql.table(table)} where meeting_id = any(${[...meetings]})`.execute(tx);
}
