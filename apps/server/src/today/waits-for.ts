import { missingFrom, type MeetingId, type ParticipantId } from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import type { App } from '../app.ts';

/** Documents are read for so many meetings at most. */
const MOST = 20;

/**
 * The running meetings, by their keys, in which a phase goes by the clock, is open, and waits for this very
 * person's part; with when it closes. Tells nothing about anybody else.
 */
export async function waitingFor(
  { db, meetingLog }: Pick<App, 'db' | 'meetingLog'>,
  user: string,
  meetings: readonly string[],
): Promise<Map<string, Date | null>> {
  if (meetings.length === 0) return new Map();
  const expected = await db
    .selectFrom('participant')
    .innerJoin('meeting_due', 'meeting_due.meeting_id', 'participant.meeting_id')
    .select(['participant.meeting_id', 'participant.id'])
    .where('participant.user_id', '=', user)
    .where('participant.meeting_id', 'in', meetings)
    .orderBy('meeting_due.at')
    .limit(MOST)
    .execute();
  const looked = await Promise.all(
    expected.map(async ({ meeting_id: meeting, id }) => {
      // The columns hold keys of meetings and of participants.
      const closesAt = await openFor(meetingLog, meeting as MeetingId, id as ParticipantId);
      return closesAt === undefined ? [] : [[meeting, closesAt] as const];
    }),
  );
  return new Map(looked.flat());
}

/** When the phase closes that waits for somebody; null: not by the clock; undefined: none does. */
async function openFor(
  log: App['meetingLog'],
  meeting: MeetingId,
  person: ParticipantId,
): Promise<Date | null | undefined> {
  const loaded = await log.load(meeting);
  if (!loaded) return undefined;
  const { board } = loaded.doc;
  for (const id of board.flow) {
    const phase = board.phases[id];
    // What is open beside another phase has nothing to do for many.
    if (phase?.status !== 'open' || !phase.window || phase.window.along) continue;
    if (!missingFrom(loaded.doc, phasesOnServer, id).includes(person)) continue;
    return phase.window.closesAt === null ? null : new Date(phase.window.closesAt);
  }
  return undefined;
}
