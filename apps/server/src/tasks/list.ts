import type { TeamTask } from '@rondo/contract';
import type { Selectable } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { problem } from '../http/problem.ts';
import { needRole, roleInTeam } from '../teams/access.ts';

/** The most tasks that are listed; a team with more has other worries. */
const MOST = 200;

const told = (row: Selectable<Tables['task']>): TeamTask => ({
  id: row.id,
  text: row.text,
  owner: row.owner_name === null ? null : { id: row.owner_user, name: row.owner_name },
  due: row.due,
  status: row.status,
  meeting: { id: row.meeting_id, name: row.meeting_name },
  createdAt: row.created_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  helped:
    row.helped_yes === null || row.helped_no === null
      ? null
      : { yes: row.helped_yes, no: row.helped_no },
});

/** A team's tasks in one state, those of the latest meeting first. Any member may. */
export async function listTasks(
  db: Db,
  user: string,
  team: string,
  status: TeamTask['status'],
): Promise<TeamTask[]> {
  await needRole(db, user, team);
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('team_id', '=', team)
    .where('status', '=', status)
    .orderBy('created_at', 'desc')
    .orderBy('place')
    .limit(MOST)
    .execute();
  return rows.map(told);
}

interface Changes {
  text?: string | undefined;
  owner?: string | null | undefined;
  due?: string | null | undefined;
  status?: TeamTask['status'] | undefined;
}

/** Changes what is given. Any member of its team may. Throws `not-found`, also where the new owner is not in the team. */
export async function changeTask(
  db: Db,
  user: string,
  task: string,
  { text, owner, due, status }: Changes,
): Promise<TeamTask> {
  const row = await db.selectFrom('task').selectAll().where('id', '=', task).executeTakeFirst();
  if (!row) throw problem('not-found');
  await needRole(db, user, row.team_id);
  const turned = status !== undefined && status !== row.status;
  const changed = {
    ...(text !== undefined && { text }),
    ...(due !== undefined && { due }),
    ...(owner !== undefined && (await ownerIn(db, row.team_id, owner))),
    ...(turned && {
      status,
      closed_at: status === 'open' ? null : new Date(),
      closed_in: null,
    }),
  };
  if (Object.keys(changed).length === 0) return told(row);
  return told(
    await db
      .updateTable('task')
      .set(changed)
      .where('id', '=', task)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

async function ownerIn(db: Db, team: string, owner: string | null) {
  if (owner === null) return { owner_user: null, owner_name: null };
  if ((await roleInTeam(db, owner, team)) === null) throw problem('not-found');
  const { name } = await db
    .selectFrom('user')
    .select('name')
    .where('id', '=', owner)
    .executeTakeFirstOrThrow();
  return { owner_user: owner, owner_name: name };
}
