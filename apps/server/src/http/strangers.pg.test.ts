import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { contract } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../secret-token.ts';
import { browser, type Browser } from '../testing/browser.ts';
import { command, endMeeting, startedIn } from '../testing/meetings.ts';
import { bodyOf, claimedBy, inMeeting, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { belongingsOn } from './testing/belongings.ts';
import { ABOUT, ask } from './testing/endpoints.ts';
import { FOR_ALL } from './testing/for-all.ts';
import { madeUp, type Ids } from './testing/ids.ts';

let server: TestServer;
let ada: Browser;
let eve: Browser;
let real: Ids;
let start: () => Promise<string>;

beforeAll(async () => {
  server = await testServer();
  ({ ada, ids: real, start } = await belongingsOn(server));
  eve = await stranger(server, 'Eve');
});

function routesIn(router: AnyContractRouter): string[] {
  if (isContractProcedure(router)) {
    const { method, path } = router['~orpc'].route;
    return [`${method} ${path}`];
  }
  return Object.values(router).flatMap(routesIn);
}

/** Lets a guest in by name; what comes of it is the facilitator's business. */
async function guestOf(meeting: string): Promise<Browser> {
  const there = browser(server.url);
  bodyOf(await there.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' }));
  return there;
}

it('every endpoint is one of these', () => {
  expect([...Object.keys(ABOUT), ...FOR_ALL].toSorted()).toEqual(routesIn(contract).toSorted());
});

describe('what belongs to others', () => {
  it.each(Object.keys(ABOUT))(
    '%s: looks to somebody with an account as if it were not there, byte for byte',
    async (endpoint) => {
      const [asked, never] = [await ask(eve, endpoint, real), await ask(eve, endpoint, madeUp())];
      expect([asked.status, never.status]).toEqual([404, 404]);
      expect(asked.text).toBe(never.text);
    },
  );

  it.each(Object.keys(ABOUT))('%s: tells nobody and guests nothing', async (endpoint) => {
    for (const there of [browser(server.url), await guestOf(real.meeting)]) {
      const [asked, never] = [
        await ask(there, endpoint, real),
        await ask(there, endpoint, madeUp()),
      ];
      expect([401, 404]).toContain(asked.status);
      expect(asked.text).toBe(never.text);
    }
  });
});

describe('a guest', () => {
  it('who was never let in, or was removed, gets no outcome; who took part does', async () => {
    const meeting = await start();
    const [waiting, absent, removed, admitted] = [
      await guestOf(meeting),
      await guestOf(meeting),
      await guestOf(meeting),
      await guestOf(meeting),
    ];
    for (const there of [waiting, removed, admitted]) {
      expect((await inMeeting(server, there, meeting)).first.t).toBe('lobby');
    }
    await command(server, meeting, 'admit', { person: await idOf(admitted) });
    await command(server, meeting, 'removePerson', { person: await idOf(removed) });
    await endMeeting(server, meeting);
    const outcomes = await Promise.all(
      [waiting, absent, removed, admitted, ada].map((there) =>
        there.get(`/api/meetings/${meeting}/outcome`),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([404, 404, 404, 200, 200]);
  });
});

it('a guest has a __Host- cookie of that meeting alone where the public address is https', async () => {
  const origin = 'https://rondo.example.org';
  const secure = await testServer({ RONDO_PUBLIC_URL: origin });
  const owner = await claimedBy(secure);
  const meeting = await startedIn(owner.team, owner.ada, { guests: 'yes' });
  const kim = browser(secure.url, origin);
  const answer = await kim.post(`/api/meetings/${meeting}/guests`, { name: 'Kim' });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(new RegExp(`^__Host-rondo-guest-${meeting}=`));
  for (const part of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure'])
    expect(cookie.split('; ')).toContain(part);
  expect((await kim.get(`/api/meetings/${meeting}`)).json()).toMatchObject({ you: 'guest' });
});

/** By the cookie that was given at the door. */
async function idOf({ cookies }: Browser): Promise<string> {
  const [key = ''] = cookies.values();
  const { id } = await server.app.db
    .selectFrom('participant')
    .select('id')
    .where('guest_key', '=', hashToken(key))
    .executeTakeFirstOrThrow();
  return id;
}
