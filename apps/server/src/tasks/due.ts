import type { Db } from '../database/database.ts';
import { notify } from '../notifications/notify.ts';
import { condition } from '../teams/open.ts';

/**
 * Tells owners of what is due today or tomorrow, by the date in UTC: once for each task and day, however
 * often it runs. Nobody is told of teams that are archived or can only be read.
 */
export async function tellWhatIsDue(db: Db, now = new Date()): Promise<void> {
  const day = (days: number): string =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const today = day(0);
  const rows = await db
    .selectFrom('task')
    // Who has left the team is not reminded of it.
    .innerJoin('team_member', (join) =>
      join
        .onRef('team_member.team_id', '=', 'task.team_id')
        .onRef('team_member.user_id', '=', 'task.owner_user'),
    )
    .leftJoin('team_state', 'team_state.team_id', 'task.team_id')
    .select(['task.id', 'task.team_id', 'team_member.user_id as owner'])
    .where('task.status', '=', 'open')
    .where('task.due', 'in', [today, day(1)])
    .where(condition, '=', 'open')
    .execute();
  for (const { id: task, team_id: team, owner } of rows)
    await notify(db, {
      kind: 'task-due',
      to: [owner],
      team,
      about: { task },
      once: `${task} ${today}`,
    });
}
