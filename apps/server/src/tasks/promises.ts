import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { needRole } from '../teams/access.ts';
import { timesMissed, timesReviewed } from './row.ts';

/** The most open tasks that a meeting is told of; the latest. */
const MOST_OPEN = 100;
/** The most done ones that it asks about. */
const MOST_DONE = 10;

/**
 * The open tasks that a meeting of the team is told of. Private ones are nobody else's business, and
 * what nobody has promised yet may wait in its column.
 */
export const openTasksOf = (db: Db, team: string) =>
  db
    .selectFrom('task')
    .leftJoin('task_board', 'task_board.task_id', 'task.id')
    .where('task.team_id', '=', team)
    .where('task.status', '=', 'open')
    .where('task.private_to', 'is', null)
    .where((e) =>
      e.or([e('task.meeting_name', '!=', ''), e('task_board.stage', 'in', ['active', 'stuck'])]),
    )
    .select(['task.id', 'task.text', 'task.owner_user', 'task.owner_name', 'task.due'])
    .select(['task.meeting_name', 'task.created_at', timesReviewed.as('times')])
    .select(timesMissed.as('missed'))
    .orderBy('task.created_at', 'desc')
    .orderBy('task.place')
    .limit(MOST_OPEN);

/**
 * Whether a task is a promise that is done for a week, so that it can be told by now whether it helped.
 * Asked in two meetings at most, where too few had answered in the first.
 */
export const isToAskAbout = sql<boolean>`(
  task.status = 'done' and task.meeting_name <> '' and task.private_to is null
  and task.helped_yes is null
  and task.closed_at between now() - interval '60 days' and now() - interval '7 days'
  and (select count(*) from task_review
       where task_review.task_id = task.id and result = 'asked') < 2
)`;

export const doneToAskAbout = (db: Db, team: string) =>
  db
    .selectFrom('task')
    .where('task.team_id', '=', team)
    .where(isToAskAbout)
    .selectAll('task')
    .orderBy('task.closed_at', 'desc')
    .limit(MOST_DONE);

/** How many promises are open, and about how many people would be asked whether they helped. Any member may. */
export async function howMuchToReview(
  db: Db,
  user: string,
  team: string,
): Promise<{ open: number; toAsk: number }> {
  await needRole(db, user, team);
  const open = await openTasksOf(db, team).where('task.meeting_name', '!=', '').execute();
  const toAsk = await doneToAskAbout(db, team).execute();
  return { open: open.length, toAsk: toAsk.length };
}
