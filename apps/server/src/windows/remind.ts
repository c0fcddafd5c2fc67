import {
  missingFrom,
  type Doc,
  type MeetingId,
  type ParticipantId,
  type Phase,
  type PhaseId,
} from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import type { Db } from '../database/database.ts';
import { withoutMailing } from '../mail/mailings.ts';
import type { Post } from '../mail/post.ts';
import { quietUntil } from '../mail/quiet-hours.ts';
import { notify } from '../notifications/notify.ts';
import { happened } from '../webhooks/events.ts';
import { left, reminder } from './reminder-letter.ts';

interface Ports {
  db: Db;
  post: Post;
}

/** A reminder that is so much too late, because no server ran, helps nobody any more, ms. */
const TOO_LATE = 24 * 60 * 60_000;

/**
 * Mails those with an account who have not done their part of a phase whose time to be reminded has
 * come. Each of them alone: nobody learns from it who else is missing.
 */
export async function remindMissing(
  { db, post }: Ports,
  meeting: MeetingId,
  doc: Doc,
  now: number,
): Promise<void> {
  for (const id of doc.board.flow) {
    const phase = doc.board.phases[id];
    if (phase?.status !== 'open' || !phase.window) continue;
    const { remindAt: at, closesAt } = phase.window;
    if (at === null || at > now || at < now - TOO_LATE) continue;
    // It closes at this look, whatever anybody does now.
    if (closesAt !== null && closesAt <= now) continue;
    const missing = missingFrom(doc, phasesOnServer, id);
    await db.transaction().execute(async (tx) => {
      if (!(await isFirst(tx, meeting, id, at))) return;
      const whose = await teamOf(tx, meeting);
      if (whose === null) return;
      const about = { meeting, phase: id };
      await happened(tx, { kind: 'window.closing', team: whose, about });
      const members = await membersAmong(tx, meeting, missing);
      const to = members.map((member) => member.id);
      await notify(tx, { kind: 'window-closing', to, team: whose, about });
      const isQuiet = await keepForLater(tx, members, { meeting, id, phase, now });
      const awake = members.filter((member) => !isQuiet.has(member.id));
      await mailReminders(tx, post, awake, { meeting, team: whose, doc, phase, now });
    });
  }
}

/**
 * Mails those for whom it was quiet when the others were reminded, once it is not: if the phase is
 * still open then, and they are still missing.
 */
export async function remindAfterQuiet(
  { db, post }: Ports,
  meeting: MeetingId,
  doc: Doc,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Of several servers one takes them.
    const waiting = await tx
      .deleteFrom('quiet_reminder')
      .where('meeting_id', '=', meeting)
      .where('until', '<=', new Date(now))
      .returning(['phase_id', 'user_id'])
      .execute();
    const whose = await teamOf(tx, meeting);
    if (whose === null) return;
    for (const id of doc.board.flow) {
      const phase = doc.board.phases[id];
      const theirs = waiting.filter((each) => each.phase_id === id);
      if (!phase) continue;
      const closesAt = phase.window?.closesAt ?? null;
      const isOver = phase.status !== 'open' || (closesAt !== null && closesAt <= now);
      if (theirs.length === 0 || isOver) continue;
      const missing = missingFrom(doc, phasesOnServer, id);
      const members = await membersAmong(tx, meeting, missing);
      const left = members.filter((member) => theirs.some((each) => each.user_id === member.id));
      await mailReminders(tx, post, left, { meeting, team: whose, doc, phase, now });
    }
  });
}

/** Keeps those for later for whom it is quiet, where there is a later. @returns all of these */
async function keepForLater(
  tx: Db,
  members: readonly Member[],
  {
    meeting,
    id: phaseId,
    phase,
    now,
  }: { meeting: MeetingId; id: PhaseId; phase: Phase; now: number },
): Promise<ReadonlySet<string>> {
  const quiet = new Set<string>();
  const closesAt = phase.window?.closesAt ?? null;
  for (const { id } of members) {
    const until = await quietUntil(tx, id, new Date(now));
    if (until === null) continue;
    quiet.add(id);
    if (closesAt !== null && closesAt <= until.getTime()) continue;
    await tx
      .insertInto('quiet_reminder')
      .values({ meeting_id: meeting, phase_id: phaseId, user_id: id, until })
      .onConflict((conflict) =>
        conflict.columns(['meeting_id', 'phase_id', 'user_id']).doUpdateSet({ until }),
      )
      .execute();
  }
  return quiet;
}

interface Reminding {
  readonly meeting: MeetingId;
  readonly team: string;
  readonly doc: Doc;
  readonly phase: Phase;
  readonly now: number;
}

async function mailReminders(
  tx: Db,
  post: Post,
  members: readonly Member[],
  { meeting, team, doc, phase, now }: Reminding,
): Promise<void> {
  const people = members.map(({ id }) => id);
  const without = await withoutMailing(tx, people, 'reminder', team);
  for (const person of members) {
    if (without.has(person.id)) continue;
    const language = person.language ?? person.team_language;
    const letter = reminder(
      language,
      { name: doc.board.name, left: left(language, phase, now) },
      post.link(`/m/${meeting}`),
    );
    const mailing = { user: person.id, mailing: 'reminder', team } as const;
    await post.queue(tx, { to: person.email, kind: 'reminder', letter, mailing });
  }
}

/** Null: it was deleted meanwhile. */
async function teamOf(tx: Db, meeting: MeetingId): Promise<string | null> {
  const row = await tx
    .selectFrom('meeting')
    .select('team_id')
    .where('id', '=', meeting)
    .executeTakeFirst();
  return row?.team_id ?? null;
}

/** Of several servers that look at once one reminds. */
async function isFirst(tx: Db, meeting: MeetingId, phase: PhaseId, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reminder')
    .values({ meeting_id: meeting, phase_id: phase, at: new Date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface Member {
  readonly id: string;
  readonly email: string;
  readonly language: 'en' | 'de' | null;
  readonly team_language: 'en' | 'de';
}

const membersAmong = async (
  tx: Db,
  meeting: MeetingId,
  people: readonly ParticipantId[],
): Promise<Member[]> =>
  people.length === 0
    ? []
    : tx
        .selectFrom('participant')
        .innerJoin('meeting', 'meeting.id', 'participant.meeting_id')
        .innerJoin('team', 'team.id', 'meeting.team_id')
        // Who has left the team meanwhile is not waited for any more.
        .innerJoin('team_member', (join) =>
          join
            .onRef('team_member.team_id', '=', 'team.id')
            .onRef('team_member.user_id', '=', 'participant.user_id'),
        )
        .innerJoin('user', 'user.id', 'participant.user_id')
        .select(['user.id', 'user.email', 'user.language', 'team.language as team_language'])
        .where('participant.meeting_id', '=', meeting)
        .where('participant.id', 'in', [...people])
        .execute();
