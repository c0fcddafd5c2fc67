import type { Notification } from '@rondo/contract';
import { expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, inMeeting, joined } from '../testing/people.ts';
import { testServer } from '../testing/server.ts';

const server = await testServer();
const owner = await claimedBy(server);
const { ada, team } = owner;

const told = async (who: Browser, status = 'all') =>
  bodyOf<{ notifications: Notification[] }>(
    await who.get(`/api/me/notifications?status=${status}`),
  ).notifications.map(({ kind }) => kind);

it('the end of a meeting is told to those who were not there, its beginning is no news to the others', async () => {
  const { there: bea } = await joined(server, owner, 'Bea');
  const { there: kim } = await joined(server, owner, 'Kim');
  const meeting = await startedIn(team, ada);
  (await inMeeting(server, ada, meeting)).socket.close();
  (await inMeeting(server, bea, meeting)).socket.close();
  expect(await told(bea, 'unread')).toContain('meeting-started');
  await endMeeting(server, meeting);
  expect(await told(ada)).not.toContain('meeting-ended');
  expect(await told(bea)).not.toContain('meeting-ended');
  expect(await told(bea, 'unread')).not.toContain('meeting-started');
  expect(await told(kim, 'unread')).toEqual(
    expect.arrayContaining(['meeting-ended', 'meeting-started']),
  );
});
