import { ORPCError } from '@orpc/server';
import type { MeetingId, ParticipantId } from '@rondo/meeting';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { readersIn } from '../mail/to-team.ts';
import { startMeeting } from '../meetings/start.ts';
import type { OccurrenceRow } from './claim.ts';
import { begunLetter } from './letters.ts';
import type { SeriesRow } from './row.ts';

export type Ports = Pick<App, 'db' | 'meetingLog' | 'library' | 'chance' | 'post' | 'live' | 'log'>;

/**
 * Makes the meeting of a date that was claimed. May be repeated at any point: the ids were chosen with
 * the claim, so there is one meeting, and one mail to everybody. Null: it cannot be made.
 *
 * @param starter who starts it by hand; else the facilitator of the series
 */
export async function hold(
  ports: Ports,
  occurrence: OccurrenceRow,
  starter?: { id: string; name: string },
): Promise<MeetingId | null> {
  const { db, post, log } = ports;
  const { series_id, at } = occurrence;
  const row = await db
    .selectFrom('series')
    .selectAll()
    .where('id', '=', series_id)
    .executeTakeFirstOrThrow();
  const host = starter ?? (await facilitatorOf(db, row));
  const meeting = host && (await make(ports, row, occurrence, host));
  if (!meeting) {
    await close(db, occurrence, 'failed');
    log.warn({ series: series_id, at, nobody: host === null }, 'a planned meeting was not made');
    return null;
  }
  if (row.end_previous) await endOthers(ports, series_id, meeting);
  await db.transaction().execute(async (tx) => {
    if (!(await close(tx, occurrence, 'held')) || !row.mail) return;
    const team = await tx
      .selectFrom('team')
      .select('name')
      .where('id', '=', row.team_id)
      .executeTakeFirstOrThrow();
    for (const reader of await readersIn(tx, row.team_id, 'meeting-begun')) {
      const { email, language, mailing } = reader;
      const url = post.link(`/m/${meeting}`);
      const letter = begunLetter(language, { name: occurrence.name, team: team.name, url });
      await post.queue(tx, {
        to: email,
        kind: 'meeting-begun',
        letter,
        mailing,
        whileMeeting: meeting,
      });
    }
  });
  return meeting;
}

async function make(
  ports: Ports,
  row: SeriesRow,
  { name, meeting_id, host_id }: OccurrenceRow,
  host: { id: string; name: string },
): Promise<MeetingId | null> {
  try {
    return await startMeeting(ports, host, {
      ...row.options,
      team: row.team_id,
      activity: row.activity_id,
      name,
      guests: row.guests ?? undefined,
      anonymous: row.anonymous ?? undefined,
      without: row.without,
      // The table holds both for whatever is due.
      ids: { meeting: meeting_id as MeetingId, host: host_id as ParticipantId },
    });
  } catch (error) {
    // Such as an activity that the library no longer has: a repeat would not help.
    if (error instanceof ORPCError && error.status < 500) return null;
    throw error;
  }
}

/** @returns whether it was still open: of several who finish the same date, one does */
async function close(
  db: Db,
  { series_id, at }: OccurrenceRow,
  state: 'held' | 'failed',
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('occurrence')
    .set({ state })
    .where('series_id', '=', series_id)
    .where('at', '=', at)
    .where('state', '=', 'due')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whoever should facilitate and is still in the team: else who planned it, else who leads longest. */
async function facilitatorOf(db: Db, row: SeriesRow): Promise<{ id: string; name: string } | null> {
  const members = await db
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.name', 'team_member.role'])
    .where('team_member.team_id', '=', row.team_id)
    .orderBy('team_member.joined_at')
    .orderBy('user.id')
    .execute();
  const find = (id: string | null) => members.find((member) => member.id === id);
  return (
    find(row.facilitator_id) ??
    find(row.owner_id) ??
    members.find(({ role }) => role === 'lead') ??
    members[0] ??
    null
  );
}

/** Ends what still runs of the series. */
async function endOthers({ db, live }: Ports, series: string, meeting: MeetingId): Promise<void> {
  const others = await db
    .selectFrom('occurrence')
    .innerJoin('meeting', 'meeting.id', 'occurrence.meeting_id')
    .select('meeting.id')
    .where('occurrence.series_id', '=', series)
    .where('meeting.status', '=', 'running')
    .where('meeting.id', '!=', meeting)
    .execute();
  for (const { id } of others) {
    // The column holds keys of meetings. Whoever is second is told `ended`.
    await live.submit(id as MeetingId, null, { phase: null, name: 'endMeeting', args: {} });
  }
}
