import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/**
 * Deletes private tasks that nobody else in their team sees, and takes somebody out of the people of the
 * others.
 */
export async function leavePrivateTasks(tx: Db, user: string): Promise<void> {
  await sql`
    delete from task where ${user}::uuid = any (private_to) and not exists (
      select from team_member
      where team_member.team_id = task.team_id and user_id <> ${user}
        and user_id = any (task.private_to)
    )
  `.execute(tx);
  for (const table of ['task', 'search_document'])
    await sql`
      update ${sql.table(table)} set private_to = array_remove(private_to, ${user}::uuid)
      where ${user}::uuid = any (private_to)
    `.execute(tx);
}
