import type { TeamTask } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { pageOf } from '../paging/page.ts';
import { exactly, isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';
import { needRole } from '../teams/access.ts';
import { conditionOf } from '../teams/open.ts';
import { isUuid } from '../uuid.ts';
import { tasksSeenBy, told } from './row.ts';

/** The most tasks that are listed; a team with more has other worries. */
const MOST = 200;
/** The most open tasks on a board, and the most done ones. */
const MOST_OPEN = 500;
const MOST_DONE = 60;

/** A team's tasks in one state, those of the latest meeting first. Any member may. */
export async function listTasks(
  db: Db,
  user: string,
  team: string,
  status: TeamTask['status'],
): Promise<TeamTask[]> {
  await needRole(db, user, team);
  const rows = await tasksSeenBy(db, user)
    .where('task.team_id', '=', team)
    .where('task.status', '=', status)
    .orderBy('task.created_at', 'desc')
    .orderBy('task.place')
    .limit(MOST)
    .execute();
  return rows.map(told);
}

export interface TaskBoard {
  tasks: TeamTask[];
  archived: number;
  readOnly: boolean;
}

/** What stands on a team's board, and how much does not any more. Any member may. */
export async function readBoard(db: Db, user: string, team: string): Promise<TaskBoard> {
  await needRole(db, user, team);
  const ofTeam = () => tasksSeenBy(db, user).where('task.team_id', '=', team);
  const open = await ofTeam()
    .where('task.status', '=', 'open')
    // What has no place yet stands in front, the latest first.
    .orderBy('task_board.position', (order) => order.asc().nullsFirst())
    .orderBy('task.created_at', 'desc')
    .orderBy('task.place')
    .orderBy('task.id')
    .limit(MOST_OPEN)
    .execute();
  const done = await ofTeam()
    .where('task.status', '=', 'done')
    .where('task_board.archived_at', 'is', null)
    .orderBy('task.closed_at', 'desc')
    .orderBy('task.id')
    .limit(MOST_DONE)
    .execute();
  const { away } = await ofTeam()
    .where((e) =>
      e.or([e('task.status', '=', 'dropped'), e('task_board.archived_at', 'is not', null)]),
    )
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('away'))
    .executeTakeFirstOrThrow();
  return {
    tasks: [...open, ...done].map(told),
    archived: away,
    readOnly: (await conditionOf(db, team)) !== 'open',
  };
}

interface Page {
  before?: string | undefined;
  limit: number;
}

interface PageOfTasks {
  tasks: TeamTask[];
  next: string | null;
}

/** What was archived or dropped, the latest first. Any member may. */
export async function listArchived(
  db: Db,
  user: string,
  { team, before, limit }: Page & { team: string },
): Promise<PageOfTasks> {
  await needRole(db, user, team);
  const away = sql<Date>`coalesce(task_board.archived_at, task.closed_at)`;
  let query = tasksSeenBy(db, user)
    .where('task.team_id', '=', team)
    .where((e) =>
      e.or([e('task.status', '=', 'dropped'), e('task_board.archived_at', 'is not', null)]),
    )
    .select(exactly(away).as('exact'))
    .orderBy(away, 'desc')
    .orderBy('task.id', 'desc')
    .limit(limit + 1);
  if (before !== undefined) {
    const columns = { at: away, id: sql.ref('task.id') };
    query = query.where(isBehind(readTimeCursor(before), columns));
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, ({ exact, id }) => writeTimeCursor(exact, id));
  return { tasks: page.map(told), next };
}

export interface MyFilters extends Page {
  team?: string | undefined;
  column?: 'future' | 'active' | 'stuck' | 'done' | undefined;
  due?: 'overdue' | 'week' | 'none' | undefined;
  tag?: string | undefined;
  archived: 'yes' | 'no';
}

/** A person's own tasks in all their teams: what is due first, then what has no day. */
export async function myTasks(db: Db, user: string, filters: MyFilters): Promise<PageOfTasks> {
  const { team, column, due, tag, archived, before, limit } = filters;
  // No day is later than every day.
  const day = sql<string>`coalesce(task.due, '9999')`;
  let query = tasksSeenBy(db, user)
    .where('task.owner_user', '=', user)
    .select(day.as('day'))
    .orderBy(day)
    .orderBy('task.id')
    .limit(limit + 1);
  if (archived === 'yes')
    query = query.where((e) =>
      e.or([e('task.status', '=', 'dropped'), e('task_board.archived_at', 'is not', null)]),
    );
  else
    query = query.where('task.status', '!=', 'dropped').where('task_board.archived_at', 'is', null);
  if (team !== undefined) query = query.where('task.team_id', '=', team);
  if (column === 'done') query = query.where('task.status', '=', 'done');
  else if (column !== undefined)
    query = query
      .where('task.status', '=', 'open')
      .where(sql`coalesce(task_board.stage, 'active')`, '=', column);
  if (due === 'none') query = query.where('task.due', 'is', null);
  else if (due !== undefined)
    query = query
      .where('task.status', '=', 'open')
      .where('task.due', due === 'overdue' ? '<' : '<=', due === 'overdue' ? today() : inAWeek());
  if (tag !== undefined)
    query = query.where(sql<boolean>`${tag.toLowerCase()} = any (task_board.tags)`);
  if (before !== undefined) {
    const [from = '', id = ''] = splitCursor(before);
    query = query.where(sql<boolean>`(${day}, task.id) > (${from}, ${id}::uuid)`);
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, (last) => `${last.day}~${last.id}`);
  return { tasks: page.map(told), next };
}

/** Where a page ended: the day it is ordered by, and the id. */
function splitCursor(cursor: string): string[] {
  const parts = cursor.split('~');
  const id = parts.at(-1) ?? '';
  if (parts.length !== 2 || !isUuid(id)) throw problem('bad-input');
  return parts;
}

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** In UTC: teams have no time zone of their own. */
const today = (): string => dayIn(0);
const inAWeek = (): string => dayIn(7);
