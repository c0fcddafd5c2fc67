import { orderBehind } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import { tagsIn } from './tags.ts';

export type Stage = 'future' | 'active' | 'stuck';
type Places = Record<string, { order: string }>;

/**
 * Gives every open task of a team that has none yet a place in front of the others. In the transaction
 * of a change; locks the team's tasks against another one who orders them at the same moment.
 */
export async function giveAllAPlace(tx: Db, team: string): Promise<void> {
  await tx.selectFrom('team').select('id').where('id', '=', team).forNoKeyUpdate().execute();
  const without = await tx
    .selectFrom('task')
    .leftJoin('task_board', 'task_board.task_id', 'task.id')
    .select(['task.id', 'task.text'])
    .where('task.team_id', '=', team)
    .where('task_board.task_id', 'is', null)
    // The last of them goes in front first.
    .orderBy('task.created_at')
    .orderBy('task.place', 'desc')
    .execute();
  if (without.length === 0) return;
  const places = await placesIn(tx, team, 'active');
  const rows = without.map(({ id, text }) => {
    const position = orderBehind(places, null, null);
    places[id] = { order: position };
    return { task_id: id, team_id: team, position, tags: tagsIn(text) };
  });
  await tx
    .insertInto('task_board')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * The position behind another task of a stage, or in front of all. One that is not there any more,
 * because somebody else moved it meanwhile, counts as the front.
 */
export async function positionBehind(
  tx: Db,
  team: string,
  stage: Stage,
  behind: string | null,
  moving: string | null,
): Promise<string> {
  const places = await placesIn(tx, team, stage);
  const at = behind !== null && places[behind] ? behind : null;
  return orderBehind(places, at, moving);
}

async function placesIn(tx: Db, team: string, stage: Stage): Promise<Places> {
  const rows = await tx
    .selectFrom('task_board')
    .innerJoin('task', 'task.id', 'task_board.task_id')
    .select(['task_board.task_id', 'task_board.position'])
    .where('task_board.team_id', '=', team)
    .where('task_board.stage', '=', stage)
    .where('task.status', '=', 'open')
    .execute();
  return Object.fromEntries(rows.map(({ task_id, position }) => [task_id, { order: position }]));
}
