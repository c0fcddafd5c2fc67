import type { TeamMeeting, TodayTask } from '@rondo/contract';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { summarized, type Known } from '../meetings/list.ts';
import { isToAskAbout } from '../tasks/promises.ts';
import { plannedIn } from './planned.ts';
import { waitingFor } from './waits-for.ts';

const MOST_RUNNING = 50;
const MOST_TASKS = 20;
const MOST_OUTCOMES = 6;
/** Tasks are shown so many days before they are due. */
const DAYS_AHEAD = 7;

/** What needs somebody now, what runs and what comes up, over all their teams. @param day where they are, YYYY-MM-DD */
export async function readToday(
  { db, meetingLog }: Pick<App, 'db' | 'meetingLog'>,
  user: string,
  day: string,
  known: Known,
) {
  const teams = await db
    .selectFrom('team_member')
    .select('team_id')
    .where('user_id', '=', user)
    .execute();
  const ids = teams.map((row) => row.team_id);
  if (ids.length === 0) return { ...NOTHING, requests: await requestsTo(db, user) };
  const [running, outcomes, tasks, helped, planned, requests] = await Promise.all([
    meetingsIn(db, ids, 'running', known),
    meetingsIn(db, ids, 'ended', known),
    dueTasks(db, user, ids, day),
    toTellAbout(db, user, ids),
    plannedIn(db, ids, new Date()),
    requestsTo(db, user),
  ]);
  const waits = await waitingFor(
    { db, meetingLog },
    user,
    running.map(({ id }) => id),
  );
  return {
    waiting: running
      .flatMap((meeting) => {
        const closesAt = waits.get(meeting.id);
        return closesAt === undefined
          ? []
          : [{ meeting, closesAt: closesAt?.toISOString() ?? null }];
      })
      .sort((a, b) => (a.closesAt ?? '~').localeCompare(b.closesAt ?? '~')),
    running: running.filter(({ id }) => !waits.has(id)),
    ...tasks,
    helped,
    requests,
    planned,
    outcomes,
  };
}

const NOTHING = {
  waiting: [],
  running: [],
  tasks: [],
  openTasks: 0,
  helped: [],
  planned: [],
  outcomes: [],
};

async function meetingsIn(
  db: Db,
  teams: readonly string[],
  status: 'running' | 'ended',
  known: Known,
): Promise<TeamMeeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .selectAll('meeting')
    .select(['team.idle_end_days', 'team.name as team_name'])
    .where('meeting.team_id', 'in', teams)
    .where('meeting.status', '=', status)
    .orderBy(status === 'running' ? 'meeting.started_at' : 'meeting.ended_at', 'desc')
    .limit(status === 'running' ? MOST_RUNNING : MOST_OUTCOMES)
    .execute();
  return rows.map((row) => ({
    ...summarized(row, known),
    team: { id: row.team_id, name: row.team_name },
  }));
}

async function dueTasks(db: Db, user: string, teams: readonly string[], day: string) {
  const mine = db
    .selectFrom('task')
    .innerJoin('team', 'team.id', 'task.team_id')
    .where('task.owner_user', '=', user)
    .where('task.status', '=', 'open')
    .where('task.team_id', 'in', teams);
  const rows = await mine
    .select(['task.id', 'task.text', 'task.due', 'task.team_id', 'team.name'])
    .where('task.due', '<=', sql<string>`(${day}::date + ${DAYS_AHEAD}::integer)::text`)
    .orderBy('task.due')
    .orderBy('task.created_at')
    .limit(MOST_TASKS)
    .execute();
  const { open } = await mine
    .select((e) => e.fn.countAll<string>().as('open'))
    .executeTakeFirstOrThrow();
  return { tasks: rows.map(taskOf), openTasks: Number(open) };
}

/** Promises of somebody's of which the team's next meeting asks whether they helped. */
async function toTellAbout(db: Db, user: string, teams: readonly string[]): Promise<TodayTask[]> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('team', 'team.id', 'task.team_id')
    .select(['task.id', 'task.text', 'task.due', 'task.team_id', 'team.name'])
    .where('task.owner_user', '=', user)
    .where('task.team_id', 'in', teams)
    .where(isToAskAbout)
    .orderBy('task.closed_at', 'desc')
    .limit(3)
    .execute();
  return rows.map(taskOf);
}

const taskOf = (row: {
  id: string;
  text: string;
  due: string | null;
  team_id: string;
  name: string;
}): TodayTask => ({
  id: row.id,
  text: row.text,
  due: row.due,
  team: { id: row.team_id, name: row.name },
});

/** Requests to join that somebody may answer, by organization. Who asks is told where they are answered. */
async function requestsTo(db: Db, user: string) {
  const rows = await db
    .selectFrom('join_request as request')
    .innerJoin('organization', 'organization.id', 'request.organization_id')
    .innerJoin('organization_member as member', (join) =>
      join.onRef('member.organization_id', '=', 'organization.id').on('member.user_id', '=', user),
    )
    .leftJoin('team_member', (join) =>
      join
        .onRef('team_member.team_id', '=', 'request.team_id')
        .on('team_member.user_id', '=', user)
        .on('team_member.role', '=', 'lead'),
    )
    .where((e) =>
      e.or([e('member.role', 'in', ['owner', 'admin']), e('team_member.role', 'is not', null)]),
    )
    .select(['organization.id', 'organization.name'])
    .select((e) => e.fn.countAll<string>().as('count'))
    .groupBy(['organization.id', 'organization.name'])
    .orderBy('organization.name')
    .execute();
  return rows.map(({ id, name, count }) => ({
    organization: { id, name },
    count: Number(count),
  }));
}
