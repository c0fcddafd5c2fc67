import { once } from 'node:events';
import { meetingCommands, type MeetingId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { browser, type Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let meeting: MeetingId;
let outsiders: Record<'somebody with an account' | 'a guest in the lobby' | 'nobody', Browser>;

beforeAll(async () => {
  server = await testServer();
  const { ada, team } = await claimedBy(server);
  const started = await ada.post(`/api/teams/${team}/meetings`, {
    activity: 'start-stop-continue',
    guests: 'lobby',
  });
  meeting = bodyOf<{ meeting: MeetingId }>(started).meeting;
  const guest = browser(server.url);
  bodyOf(await guest.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' }));
  outsiders = {
    'somebody with an account': await stranger(server, 'Eve'),
    'a guest in the lobby': guest,
    nobody: browser(server.url),
  };
});

/** Every command there is: of the meeting, and of every kind of phase. */
const COMMANDS = [
  ...Object.keys(meetingCommands).map((name) => [null, name] as const),
  ...Object.values(phases).flatMap(({ kind, commands }) =>
    Object.keys(commands).map((name) => [`${kind}-1`, name] as const),
  ),
];

/** All that the server says to who asks for a meeting and gives commands right behind, without waiting. */
async function said(there: Browser, asked: string): Promise<string[]> {
  const cookie = [...there.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`, {
    headers: { cookie },
    origin: server.url,
  });
  const heard: string[] = [];
  const answered = Promise.withResolvers<void>();
  socket.on('message', (message: Buffer) => {
    heard.push(message.toString());
    answered.resolve();
  });
  const closed = once(socket, 'close');
  await once(socket, 'open');
  socket.send(JSON.stringify({ t: 'join', v: 1, meeting: asked, client: 'outside-1' }));
  COMMANDS.forEach(([p, c], i) => socket.send(JSON.stringify({ t: 'do', n: i + 1, p, c, a: {} })));
  // Who waits in the lobby stays there; the others are sent away.
  await Promise.race([closed, answered.promise.then(() => settled(socket))]);
  socket.terminate();
  return heard.toSorted();
}

/** A ping behind all of it is answered when all of it was read. */
async function settled(socket: WebSocket): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return;
  const pong = once(socket, 'pong');
  socket.ping();
  await Promise.race([pong, once(socket, 'close')]);
}

const state = async () => {
  const stored = await server.app.meetingLog.load(meeting);
  return JSON.stringify([stored?.seq, stored?.doc]);
};

it('there are many of them', () => {
  expect(COMMANDS.length).toBeGreaterThan(100);
});

it.each([
  ['somebody with an account', 'notFound'],
  ['nobody', 'signedOut'],
] as const)(
  '%s who gives every command there is hears what they hear where there is no meeting, and changes nothing',
  async (who, why) => {
    const before = await state();
    const heard = await said(outsiders[who], meeting);
    expect(heard).toEqual(await said(outsiders[who], 'x'.repeat(22)));
    expect(heard).toEqual([expect.stringContaining(`"why":"${why}"`)]);
    expect(await state()).toBe(before);
  },
);

it('a guest in the lobby changes nothing and hears of nothing but the lobby', async () => {
  // The first time somebody waits is written down: who asks to come in is seen inside.
  await said(outsiders['a guest in the lobby'], meeting);
  const before = await state();
  const heard = await said(outsiders['a guest in the lobby'], meeting);
  expect(heard.join()).toContain('"t":"lobby"');
  expect(heard.filter((message) => /"t":"(welcome|view|p)"/.test(message))).toEqual([]);
  expect(await state()).toBe(before);
});
