import type { Board, MeetingId, ParticipantId } from '@rondo/meeting';
import { expect } from 'vitest';
import { bodyOf, type Owner } from '../../testing/people.ts';
import type { TestServer } from '../../testing/server.ts';

/** A meeting of the team, driven past the socket as its facilitator. */
export async function drivenMeeting(
  server: TestServer,
  { ada, team }: Owner,
  activity: string,
  more: object = {},
) {
  const started = await ada.post(`/api/teams/${team}/meetings`, { activity, ...more });
  const id = bodyOf<{ meeting: string }>(started).meeting as MeetingId;
  const board = async (): Promise<Board> => (await server.app.meetingLog.load(id))!.doc.board;
  const host = (await board()).facilitator;
  const run = async (
    phase: string | null,
    name: string,
    args: object,
    who: ParticipantId | null = host,
  ) => {
    const phases = (await board()).flow;
    const at = phase === null ? null : phases.find((each) => each.startsWith(phase))!;
    expect(await server.app.live.submit(id, who, { phase: at, name, args })).not.toHaveProperty(
      'refused',
    );
  };
  const personOf = async (user: string): Promise<ParticipantId> => {
    const { id: person } = await server.app.db
      .selectFrom('participant')
      .select('id')
      .where('meeting_id', '=', id)
      .where('user_id', '=', user)
      .executeTakeFirstOrThrow();
    return person as ParticipantId;
  };
  const end = () => run(null, 'endMeeting', {}, null);
  const reopen = () => run(null, 'reopenMeeting', {}, host);
  const state = async <T>(phase: string): Promise<T> => {
    const { flow, phases } = await board();
    return phases[flow.find((each) => each.startsWith(phase))!]!.state as T;
  };
  const statuses = async (): Promise<[string, string][]> =>
    Object.values((await board()).phases).map(({ kind, status }) => [kind, status]);
  const kinds = async (): Promise<string[]> => (await statuses()).map(([kind]) => kind);
  return { id, run, end, reopen, board, personOf, state, statuses, kinds };
}

/** What `addTask` is told. */
export const task = (id: string, text: string, more: object = {}) => ({
  id,
  text,
  owner: null,
  due: null,
  topic: null,
  ...more,
});
