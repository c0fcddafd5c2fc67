import type { MeetingId } from '@rondo/meeting';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { notify } from '../notifications/notify.ts';

/** So long without a command nobody sits in a meeting together any more, ms. */
const QUIET_MS = 20 * 60_000;

interface About {
  task: string;
  team: string;
  by: { id: string };
}

/** What is needed to see who sits together. */
export type Rooms = Pick<App, 'meetingLog'>;

/**
 * Tells people about a task, in the transaction of the cause: not whoever caused it, not those who sit
 * in the same running meeting with them and hear it there, and nobody who may not see the task.
 */
export async function tell(
  tx: Db,
  rooms: Rooms,
  kind: 'task-assigned' | 'task-mention' | 'task-reply',
  to: readonly string[],
  { task, team, by }: About,
): Promise<void> {
  const others = [...new Set(to)].filter((user) => user !== by.id);
  if (others.length === 0) return;
  const hearing = await inTheSameMeeting(tx, rooms, team, by.id);
  await notify(tx, {
    kind,
    to: others.filter((user) => !hearing.has(user)),
    team,
    about: { task, by: by.id },
  });
}

/** Who is in a running meeting of the team in which this person is too, by their accounts. */
async function inTheSameMeeting(
  tx: Db,
  { meetingLog }: Rooms,
  team: string,
  person: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('meeting')
    .innerJoin('participant', 'participant.meeting_id', 'meeting.id')
    .select(['meeting.id as meeting', 'participant.id as participant', 'participant.user_id'])
    .where('meeting.team_id', '=', team)
    .where('meeting.status', '=', 'running')
    .where('meeting.active_at', '>', new Date(Date.now() - QUIET_MS))
    .where('participant.user_id', 'is not', null)
    .execute();
  const found = new Set<string>();
  for (const meeting of new Set(rows.map((row) => row.meeting))) {
    const stored = await meetingLog.load(meeting as MeetingId);
    // By the ids of participants, which the document's keys are.
    const people: Readonly<Record<string, { state: string } | undefined>> =
      stored?.doc.board.people ?? {};
    const here = rows.filter(
      (row) => row.meeting === meeting && people[row.participant]?.state === 'in',
    );
    if (!here.some(({ user_id }) => user_id === person)) continue;
    for (const { user_id } of here) if (user_id !== null) found.add(user_id);
  }
  return found;
}
