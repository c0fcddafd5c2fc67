import type { LiveNode, Log } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import { dueAt, setDue } from './due-at.ts';
import { remindAfterQuiet, remindMissing } from './remind.ts';

export interface Ports {
  db: Db;
  post: Post;
  live: Pick<LiveNode, 'submit' | 'now'>;
  meetingLog: Pick<Log, 'load'>;
  log: Logger;
}

/** So many meetings at one look; the rest is looked at a minute later, the longest overdue first. */
const MOST = 500;

/**
 * Every minute: opens and closes the phases whose time has come, closes those with which everybody
 * is done, and reminds those who are missing. Any number of servers may do this at once: of several
 * commands the first opens or closes, the others find nothing left to do.
 */
export async function tendDueMeetings(ports: Ports): Promise<void> {
  const due = await ports.db
    .selectFrom('meeting_due')
    .innerJoin('meeting', 'meeting.id', 'meeting_due.meeting_id')
    .select('meeting.id')
    .where('meeting.status', '=', 'running')
    .where('meeting_due.at', '<=', new Date(ports.live.now()))
    .orderBy('meeting_due.at')
    .limit(MOST)
    .execute();
  for (const { id } of due) await withoutStopping(ports, id, tend);
  const awake = await ports.db
    .selectFrom('quiet_reminder')
    .innerJoin('meeting', 'meeting.id', 'quiet_reminder.meeting_id')
    .select('meeting.id')
    .distinct()
    .where('meeting.status', '=', 'running')
    .where('quiet_reminder.until', '<=', new Date(ports.live.now()))
    .limit(MOST)
    .execute();
  for (const { id } of awake) await withoutStopping(ports, id, tendAwake);
}

/** One meeting must not keep the others waiting. */
async function withoutStopping(
  ports: Ports,
  id: string,
  work: (ports: Ports, meeting: MeetingId) => Promise<void>,
): Promise<void> {
  try {
    // The column holds keys of meetings.
    await work(ports, id as MeetingId);
  } catch (error) {
    ports.log.warn({ err: error, meeting: id }, 'could not tend a meeting that is due');
  }
}

async function tendAwake(ports: Ports, meeting: MeetingId): Promise<void> {
  const loaded = await ports.meetingLog.load(meeting);
  if (loaded) await remindAfterQuiet(ports, meeting, loaded.doc, ports.live.now());
}

async function tend(ports: Ports, meeting: MeetingId): Promise<void> {
  const { db, live, meetingLog } = ports;
  const loaded = await meetingLog.load(meeting);
  if (!loaded) return;
  const now = live.now();
  await remindMissing(ports, meeting, loaded.doc, now);
  const answer = await live.submit(meeting, null, { phase: null, name: 'tend', args: {} });
  // What was opened or closed has written the row anew; where nothing was due, only the look is over.
  if (answer === null || !('refused' in answer)) return;
  await setDue(db, meeting, dueAt(loaded.doc.board, now));
}
