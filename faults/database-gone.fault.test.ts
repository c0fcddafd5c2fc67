import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf, check, MUTANTS } from '@rondo/live/testing';
import { afterAll, expect, test, vi } from 'vitest';
import { browser } from '../apps/server/src/testing/browser.ts';
import { bodyOf } from '../apps/server/src/testing/people.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { plays } from '../packages/phases/testing/plays.ts';
import { inForm } from './length.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { ownPostgres } from './rig/postgres.ts';
import { tell } from './rig/tell.ts';

const SIZE = inForm({ short: 12, long: 50 });
/** Crashed each time, and away for so long, ms. */
const OUTAGES = inForm({ short: [0, 5_000], long: [0, 0, 5_000, 60_000] });
/** People are told within this time, ms. */
const TOLD = 3_000;

const postgres = await ownPostgres();
const server = await serverProcess(await freePort(), { DATABASE_URL: postgres.url });
afterAll(() => server.kill('SIGKILL'));
const there = await meetingOn(server, { size: SIZE, database: postgres.url });
afterAll(there.leave);
const { organization } = bodyOf<{ organization: { id: string } }>(
  await there.ada.get(`/api/teams/${there.team}`),
);

/** What requests are answered that are made one after the other: each is a transaction of several statements. */
async function makeTeams(isOver: () => boolean): Promise<number[]> {
  const answers: number[] = [];
  while (!isOver()) {
    const name = `Team ${answers.length}`;
    const made = await there.ada.post('/api/teams', { organization: organization.id, name });
    answers.push(made.status);
  }
  return answers;
}

/** Whoever types in the meantime sees it, and hears that it is not saved yet. */
async function expectTold(since: number): Promise<number> {
  await vi.waitFor(
    () => expect(there.people.map(({ client }) => client.getState().late)).not.toContain(false),
    { timeout: 10_000, interval: 20 },
  );
  return performance.now() - since;
}

async function expectClearAnswers(): Promise<void> {
  const away = { code: 'busy', message: expect.stringContaining('database') as string };
  const [alive, ready, api] = await Promise.all(
    ['/health', '/ready', '/api/me'].map((path) => there.ada.get(path)),
  );
  const credentials = { email: 'ada@example.org', password: 'a long enough password' };
  const signIn = await browser(server.url).post('/api/auth/sign-in/email', credentials);
  expect(alive?.status).toBe(200);
  expect([ready?.status, ready?.json()]).toEqual([
    503,
    { status: 'not ready', problem: 'database' },
  ]);
  for (const each of [api, signIn]) {
    expect(each?.status).toBe(503);
    expect(each?.json()).toMatchObject(away);
  }
}

test.each(OUTAGES)(
  'a database that crashes and is away for %i ms: what is typed is kept, people are told, and all goes on by itself',
  async (away) => {
    const writing = there.people.map((each) => each.write());
    let isGone = false;
    const making = Array.from({ length: 8 }, () => makeTeams(() => isGone));
    await pause(100);
    await postgres.crash();
    isGone = true;
    const crashedAt = performance.now();
    // Some were in the middle of it, these come too late.
    writing.push(...there.people.map((each) => each.write()));
    let told = 0;
    if (away > 0) {
      told = await expectTold(crashedAt);
      await expectClearAnswers();
      await pause(Math.max(0, away - (performance.now() - crashedAt)));
    }
    await postgres.start();
    const backAt = performance.now();
    await there.settled(30_000);
    tell(
      `told after ${Math.round(told)} ms, saved ${Math.round(performance.now() - backAt)} ms after it was back`,
    );
    expect(told).toBeLessThan(TOLD);
    await Promise.all(writing);
    const answers = new Set((await Promise.all(making)).flat());
    expect([...answers].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(server.isAlive()).toBe(true);
    await vi.waitFor(async () => expect((await there.ada.get('/ready')).status).toBe(200));
    // Their connections to the server never were in question.
    expect(there.people.flatMap(({ said }) => said.map(({ is }) => is))).not.toContain('offline');
  },
);

test('nothing of it is lost, doubled or out of order, and no defect was met', async () => {
  const evidence = await there.evidence();
  expect(check(evidence, plays)).toEqual([]);
  // What finds nothing has to find something where there is something.
  for (const { name, of } of MUTANTS) {
    const lies = Array.from({ length: 60 }, (_, seed) => of(evidence, chanceOf(seed)));
    const told = lies.flatMap((lie) => (lie ? [check(lie, plays).length] : []));
    expect.soft(told.length, name).toBeGreaterThan(0);
    expect.soft(told, name).not.toContain(0);
  }
  expect(server.said()).not.toContain('"msg":"defect"');
});
