import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';

/** A task as a meeting of the team has left it, belonging to nobody where `more` doesn't say whom. */
export async function promise(
  db: Db,
  team: string,
  more: Partial<Insertable<Tables['task']>> = {},
): Promise<string> {
  const id = randomUUID();
  const agreed = { meeting_name: 'Retro', meeting_task: id, place: 0, text: 'Promised' };
  await db
    .insertInto('task')
    .values({ id, team_id: team, ...agreed, ...more })
    .execute();
  return id;
}
