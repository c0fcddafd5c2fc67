import type { MeetingId } from '@rondo/meeting';
import type { Browser } from './browser.ts';
import { bodyOf } from './people.ts';
import type { TestServer } from './server.ts';

/** A meeting that somebody starts in a team. */
export async function startedIn(
  team: string,
  there: Browser,
  more: object = {},
): Promise<MeetingId> {
  const wanted = { activity: 'start-stop-continue', ...more };
  return bodyOf<{ meeting: MeetingId }>(await there.post(`/api/teams/${team}/meetings`, wanted))
    .meeting;
}

/** A command of the meeting itself, past the socket, as the server gives it. */
export async function command(
  { app }: Pick<TestServer, 'app'>,
  meeting: string,
  name: string,
  args: object = {},
): Promise<void> {
  const id = meeting as MeetingId; // From the server, where a test read it as a text.
  const settled = await app.live.submit(id, null, { phase: null, name, args });
  if (!settled || 'refused' in settled) throw new Error(JSON.stringify(settled));
}

export const endMeeting = (server: Pick<TestServer, 'app'>, meeting: string): Promise<void> =>
  command(server, meeting, 'endMeeting');
