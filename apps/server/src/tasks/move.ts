import type { Db } from '../database/database.ts';
import { needOpen } from '../teams/open.ts';
import { setStatus } from './change.ts';
import { writeDown } from './history.ts';
import type { Asker } from './make.ts';
import { giveAllAPlace, positionBehind, type Stage } from './place.ts';
import { needTask } from './row.ts';

/**
 * Moves a task on the board: into a column, behind another one or to the front. Into `done` is to be
 * done, out of it is to be open again. Any member of its team may. @returns its team
 */
export async function moveTask(
  db: Db,
  user: Asker,
  task: string,
  column: Stage | 'done',
  behind: string | null,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { team_id: team } = await needTask(tx, user.id, task);
    await needOpen(tx, team);
    await giveAllAPlace(tx, team);
    const row = await needTask(tx, user.id, task);
    const status = column === 'done' ? ('done' as const) : ('open' as const);
    if (status !== row.status) await setStatus(tx, row, status);
    const stage = row.stage ?? 'active';
    if (column !== 'done') {
      const position = await positionBehind(tx, team, column, behind, task);
      await tx
        .updateTable('task_board')
        .set({ stage: column, position })
        .where('task_id', '=', task)
        .execute();
    }
    await writeDown(tx, { task, team, by: user }, [
      ...(status === row.status
        ? []
        : [{ field: 'status' as const, before: row.status, after: status }]),
      ...(column === 'done' || column === stage
        ? []
        : [{ field: 'stage' as const, before: stage, after: column }]),
    ]);
    return team;
  });
}
