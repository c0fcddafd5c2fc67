import type { GuestPolicy } from '@rondo/contract';
import type { Activity } from '@rondo/library';
import type { Chance, Log } from '@rondo/live/room';
import {
  createMeeting,
  type MeetingId,
  type ParticipantId,
  type PlannedPhase,
} from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { needRole } from '../teams/access.ts';
import { newKey } from './new-key.ts';

export interface StartPlan {
  team: string;
  activity: string;
  name?: string | undefined;
  guests?: GuestPolicy | undefined;
  anonymous?: boolean | undefined;
  without?: readonly number[] | undefined;
  /** Chosen before, where the start may have to be repeated: the same ids make the same meeting once. */
  ids?: { meeting: MeetingId; host: ParticipantId } | undefined;
}

interface Ports {
  db: Db;
  meetingLog: Log;
  library: ReadonlyMap<string, Activity>;
  chance: Chance;
}

/** Starts an activity as a meeting of a team; whoever starts it facilitates. Any member may. */
export async function startMeeting(
  { db, meetingLog, library, chance }: Ports,
  user: { id: string; name: string },
  plan: StartPlan,
): Promise<MeetingId> {
  const role = await needRole(db, user.id, plan.team);
  if (plan.ids && (await isListed(db, plan.ids.meeting))) return plan.ids.meeting;
  const activity = library.get(plan.activity);
  if (!activity) throw problem('not-found');
  const team = await db
    .selectFrom('team')
    .select(['guests', 'language'])
    .where('id', '=', plan.team)
    .executeTakeFirstOrThrow();
  const id = plan.ids?.meeting ?? newKey<MeetingId>();
  const host = plan.ids?.host ?? chance.id<'participant'>();
  const name = plan.name ?? nameFor(activity, team.language);
  const guests = plan.guests ?? team.guests;
  const doc = createMeeting(
    {
      id,
      name,
      activity: { id: activity.id, name: activity.name },
      flow: flowOf(activity, plan),
      guests,
      host: {
        id: host,
        person: { name: user.name, role: 'member', lead: role === 'lead', state: 'in' },
      },
    },
    phases,
    { ...chance, now: Date.now(), present: new Set([host]) },
  );
  // The log first: without its row in `meeting` nobody can reach it, the other way round would be a dead link.
  if (!plan.ids || (await meetingLog.load(id)) === null) await meetingLog.create(id, doc);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meeting')
      .values({
        id,
        team_id: plan.team,
        activity_id: activity.id,
        activity_name: JSON.stringify(activity.name),
        hues: [...activity.hues],
        name,
        status: 'running',
        guests,
        facilitator: user.name,
        started_by: user.id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('participant')
      .values({ meeting_id: id, id: host, user_id: user.id, name: user.name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return id;
}

const isListed = async (db: Db, meeting: MeetingId): Promise<boolean> =>
  (await db.selectFrom('meeting').select('id').where('id', '=', meeting).executeTakeFirst()) !==
  undefined;

/** The activity's steps as this meeting takes them: some left out, cards named or not. */
function flowOf(activity: Activity, plan: StartPlan): PlannedPhase[] {
  const left = activity.flow.filter((_, index) => !plan.without?.includes(index));
  if (left.length === 0) throw problem('bad-input');
  return left.map(({ settings, ...step }) => ({
    ...step,
    settings:
      plan.anonymous !== undefined && step.kind === 'collect'
        ? { ...settings, anonymous: plan.anonymous }
        : settings,
  }));
}

const nameFor = (activity: Activity, language: 'en' | 'de'): string =>
  typeof activity.name === 'string'
    ? activity.name
    : ((language === 'de' ? activity.name.de : undefined) ?? activity.name.en);
