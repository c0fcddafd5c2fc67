import type { MeetingId } from '@rondo/meeting';
import type { Database } from '../../database/database.ts';
import { postgresLog } from '../../live/postgres-log.ts';

/** Whether meetings can go on from what is there: their logs are whole, and replay to their head. */
export async function replayMeetings({
  db,
  openPool,
}: Database): Promise<{ running: number; broken: readonly string[] }> {
  const never = (): Promise<never> => Promise.reject(new Error('meetings are only read here'));
  const log = postgresLog(openPool('replay', 1), db, { ended: never, reopened: never });
  const meetings = await db
    .selectFrom('meeting')
    .select('id')
    .where('status', '=', 'running')
    .orderBy('id')
    .execute();
  const broken: string[] = [];
  for (const { id } of meetings) {
    // The table of meetings and their log go by the same ids.
    const meeting = id as MeetingId;
    const head = (await log.heads([meeting])).get(meeting);
    const loaded = await log.load(meeting).catch(() => null);
    if (head === undefined || loaded?.seq !== head) broken.push(id);
  }
  return { running: meetings.length, broken };
}
