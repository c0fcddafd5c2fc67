import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { gathering } from '../../../../../faults/rig/people/hall.ts';
import { disturbances } from '../../../../../faults/rig/people/noticed.ts';
import { participant, type Participant } from '../../../../../faults/rig/people/participant.ts';
import { recordsOf, wrongIn } from '../../../../../faults/rig/people/record.ts';
import { settled, work } from '../../../../../faults/rig/people/work.ts';
import { rondo } from '../../cli/testing/rondo.ts';
import { isAlive } from '../../database/embedded/lock-file.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { version } from '../../version.ts';
import { UpgradeStep } from '../control/words.ts';
import { goneProcess, launched, type Launched } from './testing/launched.ts';
import { releaseFolder } from './testing/release.ts';
import { requests } from './testing/requests.ts';

const HERE = join(import.meta.dirname, '../../../../..');
const PEOPLE = 60;
/** Things that people do, for all of them together. */
const PER_SECOND = 100;

interface Meeting {
  readonly people: readonly Participant[];
  /** What went wrong with what was done there, and what people noticed that nobody should notice. */
  readonly wrong: () => Promise<string[]>;
  /** How many connections each of them has had. */
  readonly connections: () => number[];
}

/** A meeting of so many on a new server; all of them are in. */
async function meetingOn(server: Launched, size: number): Promise<Meeting> {
  const there = await gathering(server, 1, size);
  const people = there.seats.map((seat) => participant(seat, () => server.url));
  onTestFinished(() => people.forEach(({ client }) => client.close()));
  await settled(people);
  return {
    people,
    connections: () => people.map(({ noticed }) => noticed.connections),
    wrong: async () => {
      const records = await recordsOf(there, people);
      const made = records.flatMap((record) => record.made);
      return [
        ...disturbances(people.map(({ noticed }) => noticed)),
        ...wrongIn(records),
        ...(made.length > 0 ? [] : ['nobody did anything']),
        ...made.flatMap(({ name, answer }) => (answer === 'done' ? [] : [`${name}: ${answer}`])),
      ];
    },
  };
}

/** Everybody does something now and then, and somebody asks for pages, while the work is done. */
async function meanwhile<T>(server: Launched, { people }: Meeting, action: () => Promise<T>) {
  const asking = requests(server.url);
  const working = work(people, PER_SECOND);
  const done = await action();
  await working.stop();
  return { done, asked: await asking.stop() };
}

/** As people type it. */
async function byCommand({ data }: Launched, folder: string): Promise<UpgradeStep[]> {
  const args = ['upgrade', '--from', folder, '--json', '--skip-doctor'];
  const { code, said, complained } = await rondo({ RONDO_DATA: data }, args);
  expect(code, complained).toBe(0);
  const lines = said.trim().split('\n');
  return lines.map((line) => UpgradeStep.parse(JSON.parse(line)));
}

const pidOf = async (server: Launched): Promise<number> => (await server.status())?.pid ?? 0;

it(`nobody of ${PEOPLE} notices an upgrade, nor the way back`, { timeout: 120_000 }, async () => {
  const server = await launched(HERE);
  const at = await meetingOn(server, PEOPLE);
  const postgres = server.postgres();
  const next = releaseFolder({
    version: '9.0.0',
    files: { 'src/database/migrations/expand/9000_more.sql': 'create table more (id bigint);' },
  });
  for (const [folder, from, to] of [
    [next, version, '9.0.0'],
    [releaseFolder({ version }), '9.0.0', version],
  ] as const) {
    const old = await pidOf(server);
    const { done, asked } = await meanwhile(server, at, () => byCommand(server, folder));
    expect(done.map(({ step }) => step)).toEqual(['starting', 'ready', 'moving', 'done']);
    expect(done.at(-1)).toMatchObject({ from, to, moved: PEOPLE, cut: 0 });
    await goneProcess(old);
    expect(await server.status()).toMatchObject({ release: to, state: 'serving', folder });
    expect(asked).toEqual({ answered: expect.any(Number), wrong: [] });
    expect(asked.answered).toBeGreaterThan(100);
  }
  expect(await at.wrong()).toEqual([]);
  // One more where the next server had not yet heard of the latest entry: it is asked again.
  expect(Math.min(...at.connections())).toBe(3);
  expect(server.postgres()).toBe(postgres);
  // Signals reach whoever serves now, and the launcher ends with it.
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(isAlive(postgres)).toBe(false);
});

it('without a server that runs, the command says so', async () => {
  const RONDO_DATA = join(HERE, 'no-such-folder');
  expect(await rondo({ RONDO_DATA }, ['upgrade'])).toMatchObject({
    code: 1,
    complained: expect.stringContaining('No server runs on'),
  });
});

it.each([
  ['status', '--jsn'],
  ['status', 'json'],
  ['upgrade', '--form=/opt/rondo'],
  ['upgrade', '--patience'],
  ['upgrade', '/opt/rondo'],
])('what cannot be meant by “%s %s” is answered with how it is used', async (...words) => {
  const { code, complained } = await rondo({}, words);
  expect(code).toBe(1);
  expect(complained).toContain(`rondo ${words[0]} [--`);
  expect(complained).not.toMatch(/^ +at /m);
});

it('a release that does not become ready changes nothing', { timeout: 120_000 }, async () => {
  const server = await launched(HERE);
  const [step] = await server.upgrade('/nowhere');
  expect(step).toMatchObject({ why: 'There is no release of Rondo in /nowhere.' });
  const at = await meetingOn(server, 10);
  const old = await pidOf(server);
  const releases = [
    [
      60,
      { 'src/database/migrations/expand/9000_broken.sql': 'select 1 / 0;' },
      'The migration 9000_broken failed, and nothing of it remains: division by zero',
    ],
    [60, { 'src/run-server.ts': `import './missing.ts';` }, /missing\.ts/],
    [2, { 'src/main.ts': 'setInterval(() => undefined, 1000);' }, 'It was not ready after 2 s.'],
    [
      60,
      { 'src/run-server.ts': `export const runServer = () => { throw new TypeError('no'); };` },
      'TypeError: no. More is where this server writes its log.',
    ],
    [60, { 'src/main.ts': 'process.exit(7);' }, /^It ended \(exit code 7\)/],
  ] as const;
  for (const [patience, files, why] of releases) {
    const folder = releaseFolder({ version: '9.0.0', files });
    const { done, asked } = await meanwhile(server, at, () => server.upgrade(folder, patience));
    expect(done.at(-1)).toMatchObject({
      step: 'rolled-back',
      from: version,
      why: typeof why === 'string' ? why : expect.stringMatching(why),
    });
    const [starting] = done;
    if (starting?.step === 'starting') expect(isAlive(starting.pid)).toBe(false);
    expect(asked.wrong).toEqual([]);
  }
  // Whose bug it is stands where the server writes.
  expect(server.said()).toMatch(/TypeError: no\n +at runServer/);
  expect(await server.status()).toMatchObject({ pid: old, release: version, state: 'serving' });
  expect(await at.wrong()).toEqual([]);
  expect(at.connections()).toEqual(at.people.map(() => 1));
});

it('what was done is written down', async () => {
  const server = await launched(HERE);
  await server.upgrade('/nowhere');
  await server.upgrade(releaseFolder({ version: '9.0.0' }));
  const client = new pg.Client({ connectionString: server.database });
  await client.connect();
  const { rows } = await client.query(
    `select succeeded, result from operation_run where kind = 'upgrade' order by at`,
  );
  await client.end();
  expect(rows).toEqual([
    {
      succeeded: false,
      result: { from: version, why: 'There is no release of Rondo in /nowhere.' },
    },
    {
      succeeded: true,
      result: {
        from: version,
        to: '9.0.0',
        moved: 0,
        cut: 0,
        longestMs: 0,
        seconds: expect.any(Number),
      },
    },
  ]);
});

it('a proxy that asks now and then is told first that nobody should be sent here any more', async () => {
  const environment = { DATABASE_URL: await freshDatabase(), RONDO_DRAIN_PAUSE: '2' };
  const leaving = await launched(HERE, environment);
  const other = await launched(HERE, environment);
  const ready = (): Promise<number> => fetch(`${leaving.url}/ready`).then(({ status }) => status);
  expect(await ready()).toBe(200);
  const ended = leaving.stop();
  await vi.waitFor(async () => expect(await ready()).toBe(503), { timeout: 10_000, interval: 20 });
  // Who comes nevertheless is served.
  expect((await fetch(`${leaving.url}/api/openapi.json`)).status).toBe(200);
  expect(await ended).toBe(0);
  await expect(fetch(`${leaving.url}/ready`)).rejects.toThrow('fetch failed');
  // The last one has nobody to wait for.
  const begun = performance.now();
  expect(await other.stop()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
