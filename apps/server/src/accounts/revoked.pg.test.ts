import { once } from 'node:events';
import { beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { browser, type Browser } from '../testing/browser.ts';
import { testServer, type TestServer } from '../testing/server.ts';

const owner = { email: 'ada@example.org', password: 'a long enough password' };
let server: TestServer;
let ada: Browser;
let meeting: string;

beforeAll(async () => {
  server = await testServer();
  ada = browser(server.url);
  const names = { name: 'Ada', organization: 'Engines', team: 'Analytics', language: 'en' };
  const claim = { ...owner, ...names, code: server.claimCode };
  const { team } = (await ada.post('/api/server/claim', claim)).json() as { team: string };
  const [activity] = server.app.library.keys();
  const started = await ada.post(`/api/teams/${team}/meetings`, { activity });
  ({ meeting } = started.json() as { meeting: string });
});

async function signedIn(): Promise<Browser> {
  const there = browser(server.url);
  await there.post('/api/auth/sign-in/email', owner);
  return there;
}

/** A socket that has come into the meeting. */
async function inMeeting({ cookies }: Browser): Promise<WebSocket> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live`, {
    headers: { cookie },
    origin: server.url,
  });
  await once(socket, 'open');
  const client = `test-${crypto.randomUUID().slice(0, 8)}`;
  socket.send(JSON.stringify({ t: 'join', v: 1, meeting, client }));
  const [first] = (await once(socket, 'message')) as [Buffer];
  expect(first.toString()).toContain('welcome');
  return socket;
}

/** @returns the code with which the server closes it */
async function closed(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close', { signal: AbortSignal.timeout(5_000) })) as [number];
  return code;
}

it('signing out everywhere closes the sockets of all devices within 5 s', async () => {
  const phone = await inMeeting(await signedIn());
  const closing = closed(phone);
  expect((await (await signedIn()).post('/api/auth/revoke-sessions')).status).toBe(200);
  expect(await closing).toBe(4401);
});

it('signing out closes the sockets of that device alone', async () => {
  const laptop = await signedIn();
  const [onPhone, onLaptop] = [await inMeeting(await signedIn()), await inMeeting(laptop)];
  const closing = closed(onLaptop);
  await laptop.post('/api/auth/sign-out');
  expect(await closing).toBe(4401);
  expect(onPhone.readyState).toBe(WebSocket.OPEN);
  onPhone.close();
});

it('changing the password closes the sockets of other devices', async () => {
  const phone = await inMeeting(await signedIn());
  const closing = closed(phone);
  const changed = await (
    await signedIn()
  ).post('/api/auth/change-password', {
    currentPassword: owner.password,
    newPassword: `${owner.password}!`,
    revokeOtherSessions: true,
  });
  expect(changed.status).toBe(200);
  expect(await closing).toBe(4401);
});
