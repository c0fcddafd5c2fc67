import type { TeamTask } from '@rondo/contract';
import { bodyOf, claimedBy, homeOf, joined, newTeam } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { drivenMeeting } from './driven-meeting.ts';
import { promise } from './promise.ts';

export const textsOf = (list: readonly { text: string }[]): string[] =>
  list.map(({ text }) => text);

/** A server with Ada’s team, in which is Bo, their meetings and what they promise there. */
export async function teamPromises() {
  const server = await testServer();
  const owner = await claimedBy(server);
  const { ada, team } = owner;
  const bo = await joined(server, owner, 'Bo');

  const tasks = async (status = 'open'): Promise<TeamTask[]> =>
    bodyOf<{ tasks: TeamTask[] }>(await ada.get(`/api/teams/${team}/tasks?status=${status}`)).tasks;
  const clear = () => server.app.db.deleteFrom('task').execute();
  const meetingOf = (activity: string, more: object = {}) =>
    drivenMeeting(server, owner, activity, more);
  /** The only task there is, as a meeting has agreed on it. */
  const promised = async (more: Parameters<typeof promise>[2] = {}): Promise<string> => {
    await clear();
    return promise(server.app.db, team, { text: 'Write the whole of it', ...more });
  };
  /** Another team of Ada’s. */
  const other = async (): Promise<string> =>
    newTeam(ada, (await homeOf(ada)).organization, 'Other');
  return { server, ada, bo, team, tasks, clear, meetingOf, promised, other };
}
