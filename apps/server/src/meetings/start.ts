import { createHash } from 'node:crypto';
import type { GuestPolicy, PlannedWindow } from '@rondo/contract';
import type { Activity } from '@rondo/library';
import type { Chance, LiveNode, Log } from '@rondo/live/room';
import {
  createMeeting,
  type Brought,
  type MeetingId,
  type ParticipantId,
  type PlannedPhase,
  type Window,
} from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { plannedIn, visibleTo } from '../custom-activities/visible.ts';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { needRole } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { happened } from '../webhooks/events.ts';
import { dueAt, setDue } from '../windows/due-at.ts';
import { windowFrom } from '../windows/planned.ts';
import { broughtTo } from './brought.ts';
import { newKey } from './new-key.ts';

export interface StartPlan {
  team: string;
  activity: string;
  name?: string | undefined;
  guests?: GuestPolicy | undefined;
  anonymous?: boolean | undefined;
  without?: readonly number[] | undefined;
  windows?: readonly PlannedWindow[] | undefined;
  /** Look first at what was promised, where the activity does not do so anyway. */
  review?: boolean | undefined;
  /** Chosen before, where the start may have to be repeated: the same ids make the same meeting once. */
  ids?: { meeting: MeetingId; host: ParticipantId } | undefined;
}

interface Ports {
  db: Db;
  meetingLog: Log;
  library: ReadonlyMap<string, Activity>;
  chance: Chance;
  live: Pick<LiveNode, 'now'>;
}

/** Starts an activity as a meeting of a team; whoever starts it facilitates. Any member may. */
export async function startMeeting(
  { db, meetingLog, library, chance, live }: Ports,
  user: { id: string; name: string },
  plan: StartPlan,
): Promise<MeetingId> {
  const role = await needRole(db, user.id, plan.team);
  if (plan.ids && (await isListed(db, plan.ids.meeting))) return plan.ids.meeting;
  await needOpen(db, plan.team);
  const { activity, version } = await needActivity({ db, library }, user.id, plan);
  const team = await db
    .selectFrom('team')
    .select(['guests', 'language'])
    .where('id', '=', plan.team)
    .executeTakeFirstOrThrow();
  const id = plan.ids?.meeting ?? newKey<MeetingId>();
  const host = plan.ids?.host ?? chance.id<'participant'>();
  const name = plan.name ?? nameFor(activity, team.language);
  const guests = plan.guests ?? team.guests;
  const now = live.now();
  const newId = plan.ids ? idsFrom(host) : () => chance.id<'participant'>();
  const members = await membersOf(db, plan.team, user, host, newId);
  const brought = await broughtTo(db, plan.team, members, {
    news: activity.flow.some(({ kind }) => kind === 'report'),
  });
  const planned = flowOf(activity, plan, now);
  const flow = plan.review && hasPromises(brought) ? withReview(planned) : planned;
  const doc = createMeeting(
    {
      id,
      name,
      activity: { id: activity.id, name: activity.name },
      flow,
      guests,
      host: {
        id: host,
        person: { name: user.name, role: 'member', lead: role === 'lead', state: 'in' },
      },
      brought,
      // In a meeting over days everybody in the team is waited for; in a live one only who is here.
      ...(flow.some(({ window }) => window) && {
        expected: Object.fromEntries(members.map(({ id, name }) => [id, { name }])),
      }),
    },
    phases,
    { ...chance, now, present: new Set([host]) },
  );
  // The log first: without its row in `meeting` nobody can reach it, the other way round would be a dead link.
  if (!plan.ids || (await meetingLog.load(id)) === null) await meetingLog.create(id, doc);
  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows: made } = await tx
      .insertInto('meeting')
      .values({
        id,
        team_id: plan.team,
        activity_id: activity.id,
        activity_name: JSON.stringify(activity.name),
        activity_version: version,
        hues: [...activity.hues],
        name,
        status: 'running',
        guests,
        facilitator: user.name,
        started_by: user.id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    await tx
      .insertInto('participant')
      .values(
        members.map(({ id: participant, user: member, name }) => ({
          meeting_id: id,
          id: participant,
          user_id: member,
          name,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const due = dueAt(doc.board, now);
    if (due) await setDue(tx, id, due);
    const about = { meeting: id, team: plan.team };
    await record(tx, { act: 'meeting-started', actor: user.id, about });
    if (made !== 1n) return;
    await happened(tx, { kind: 'meeting.started', team: plan.team, about: { meeting: id } });
    const others = members.flatMap((member) => (member.user === user.id ? [] : [member.user]));
    const notice = { to: others, team: plan.team, about: { meeting: id }, once: id };
    await notify(tx, { kind: 'meeting-started', ...notice });
  });
  return id;
}

/** A built-in activity, or one that a team has composed: for who may see it, and for what was planned with it. */
async function needActivity(
  { db, library }: Pick<Ports, 'db' | 'library'>,
  user: string,
  plan: StartPlan,
): Promise<{ activity: Activity; version: number | null }> {
  const builtIn = library.get(plan.activity);
  if (builtIn) return { activity: builtIn, version: null };
  const planned = plan.ids && (await plannedIn(db, plan.team, plan.activity));
  if (planned) return planned;
  const seen = await visibleTo(db, user, plan.activity);
  if (!seen) throw problem('not-found');
  return { activity: seen.activity, version: seen.info.version };
}

interface Member {
  id: ParticipantId;
  user: string;
  name: string;
}

/** Everybody in the team with the id that they will have in this meeting, so that it can speak of those who come later. */
async function membersOf(
  db: Db,
  team: string,
  host: { id: string; name: string },
  hostId: ParticipantId,
  newId: (user: string) => ParticipantId,
): Promise<Member[]> {
  const others = await db
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.name'])
    .where('team_member.team_id', '=', team)
    .where('user.id', '!=', host.id)
    .execute();
  return [
    { id: hostId, user: host.id, name: host.name },
    ...others.map(({ id, name }) => ({ id: newId(id), user: id, name })),
  ];
}

/** The same ids for the same people at every repeat: the first attempt may have told them to the meeting. */
const idsFrom =
  (host: ParticipantId) =>
  (user: string): ParticipantId =>
    // 128 bits, as every id has.
    createHash('sha256').update(`${host} ${user}`).digest('hex').slice(0, 32) as ParticipantId;

const isListed = async (db: Db, meeting: MeetingId): Promise<boolean> =>
  (await db.selectFrom('meeting').select('id').where('id', '=', meeting).executeTakeFirst()) !==
  undefined;

/** The activity's steps as this meeting takes them: some left out, cards named or not, live or by the clock. */
function flowOf(activity: Activity, plan: StartPlan, now: number): PlannedPhase[] {
  const left = activity.flow.flatMap(({ settings, ...step }, index) => {
    if (plan.without?.includes(index)) return [];
    const planned = plan.windows?.find(({ phase }) => phase === index);
    const named = plan.anonymous !== undefined && step.kind === 'collect';
    return [
      {
        ...step,
        settings: named ? { ...settings, anonymous: plan.anonymous } : settings,
        window: planned ? windowFrom(planned, now) : null,
      },
    ];
  });
  if (left.length === 0) throw problem('bad-input');
  return left;
}

const hasPromises = ({ tasks, done = [] }: Brought): boolean =>
  done.length > 0 || tasks.some(({ promised }) => promised !== false);

/** Where the first phase goes by the clock it is open beside that one: nobody would be there to go on from it. */
function withReview(flow: PlannedPhase[]): PlannedPhase[] {
  if (flow.some(({ kind }) => kind === 'review')) return flow;
  const first = flow[0]?.window;
  const window: Window | null = first
    ? {
        opensAt: first.opensAt,
        closesAt: null,
        whenDone: false,
        remindAt: null,
        lateUntil: null,
        along: true,
      }
    : null;
  return [{ kind: 'review', settings: {}, window }, ...flow];
}

const nameFor = (activity: Activity, language: 'en' | 'de'): string =>
  typeof activity.name === 'string'
    ? activity.name
    : ((language === 'de' ? activity.name.de : undefined) ?? activity.name.en);
