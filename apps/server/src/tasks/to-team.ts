import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { indexTask } from '../search/index-tasks.ts';
import { needRole, roleInTeam } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { writeDown } from './history.ts';
import { needRoomOnBoard, peopleOf, type Asker } from './make.ts';
import { giveAllAPlace, positionBehind } from './place.ts';
import { needTask, type TaskRow } from './row.ts';

/**
 * Takes a task to the board of another team, to the front of its column, with its thread and history.
 * Whoever does it is in both. Who takes it stays where they are in that team too. What the meeting that
 * made it knows stays with that meeting: those of the other team were not there. Throws `conflict` when
 * the board is full. @returns the team it was of
 */
export async function bringToTeam(
  db: Db,
  user: Asker,
  task: string,
  into: string,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { team_id: team } = await needTask(tx, user.id, task);
    await needRole(tx, user.id, into);
    if (team === into) return team;
    for (const each of [team, into]) await needOpen(tx, each);
    // In the same order whichever way a task goes.
    for (const each of [team, into].toSorted()) await giveAllAPlace(tx, each);
    await tx.selectFrom('task').select('id').where('id', '=', task).forUpdate().execute();
    const row = await needTask(tx, user.id, task);
    if (row.team_id !== team) throw problem('conflict');
    if (row.status === 'open') await needRoomOnBoard(tx, into);
    const names = await namesOf(tx, [team, into]);
    const owner = await ownerThere(tx, row, into);
    // Whoever takes a private task might lose sight of it, and its maker must not.
    if (row.private_to !== null && row.created_by !== user.id) throw problem('not-allowed');
    await moveRows(tx, row, into);
    await tx
      .updateTable('task')
      .set({
        ...owner,
        team_id: into,
        meeting_id: null,
        closed_in: null,
        ...(row.private_to && { private_to: peopleOf(user.id, owner.owner_user) }),
      })
      .where('id', '=', task)
      .execute();
    await writeDown(tx, { task, team: into, by: user }, [
      { field: 'team', before: names.get(team) ?? null, after: names.get(into) ?? null },
      ...(owner.owner_name === row.owner_name
        ? []
        : [{ field: 'owner' as const, before: row.owner_name, after: null }]),
    ]);
    await indexTask(tx, task);
    return team;
  });
}

/** What stands beside the task. */
async function moveRows(tx: Db, { id, stage }: TaskRow, into: string): Promise<void> {
  const position = await positionBehind(tx, into, stage ?? 'active', null, id);
  await tx
    .updateTable('task_board')
    .set({ team_id: into, position, topic: null })
    .where('task_id', '=', id)
    .execute();
  for (const table of ['task_event', 'task_comment'] as const)
    await tx.updateTable(table).set({ team_id: into }).where('task_id', '=', id).execute();
  // How often it was looked at and missed counts on; in which meetings is the other team's.
  await tx
    .updateTable('task_review')
    .set({ team_id: into, meeting_id: sql<string>`gen_random_uuid()::text` })
    .where('task_id', '=', id)
    .execute();
}

async function ownerThere(tx: Db, { owner_user, owner_name }: TaskRow, into: string) {
  const stays = owner_user !== null && (await roleInTeam(tx, owner_user, into)) !== null;
  return stays ? { owner_user, owner_name } : { owner_user: null, owner_name: null };
}

async function namesOf(tx: Db, teams: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('id', 'in', teams)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
