import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { check } from '@rondo/live/testing';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { rondo, type Ran } from '../apps/server/src/cli/testing/rondo.ts';
import { databaseUrl } from '../apps/server/src/database/database.ts';
import { makeLog } from '../apps/server/src/log.ts';
import { dumpOf, on } from '../apps/server/src/operations/backup/testing/on.ts';
import { readSettings } from '../apps/server/src/settings/read.ts';
import { browser } from '../apps/server/src/testing/browser.ts';
import { bodyOf } from '../apps/server/src/testing/people.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { plays } from '../packages/phases/testing/plays.ts';
import { inForm } from './length.ts';
import { noNginx } from './rig/nginx.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { stockNginx } from './rig/stock-nginx.ts';
import { tell } from './rig/tell.ts';

const PEOPLE = inForm({ short: 8, long: 60 });
/** Longer than this a move may not take, ms. */
const LONGEST_MS = 15 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'rondo-move-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => join(folder, name);
const PASSPHRASE = inFolder('words');
writeFileSync(PASSPHRASE, 'three quiet green owls\n');
/** What a person types to be asked for no passphrase. */
const WORDS = ['--passphrase-file', PASSPHRASE];
const [BUNDLE, BACKUP, SETTINGS] = ['old.bundle', 'moving.backup', 'rondo.env'].map(inFolder);

const ROOMY = { connections: 4_096, files: 20_000 };

/** Succeeds, or the test does not go on. */
function well(ran: Ran): string {
  if (ran.code !== 0) throw new Error(`${ran.code}: ${ran.said}${ran.complained}`);
  return ran.said;
}

/** Works with the embedded database of a data folder, whether or not a server runs on it. */
async function within<T>(data: string, work: (url: string) => T | Promise<T>): Promise<T> {
  const { url, release } = await databaseUrl(readSettings({ RONDO_DATA: data }), makeLog('silent'));
  try {
    return await work(url);
  } finally {
    await release();
  }
}

/** What servers write about themselves while they come and go. */
const OWN = ['operation_run', 'audit', 'server_node', 'peak', 'web_asset'];

test.skipIf(noNginx !== '')(
  `a whole server moves to an empty machine while people are in their meeting${noNginx && ` (left out: ${noNginx})`}`,
  { timeout: LONGEST_MS },
  async () => {
    const [publicPort, oldPort, newPort] = [await freePort(), await freePort(), await freePort()];
    const [oldData, newData] = [inFolder('old'), inFolder('new')];
    const oldMachine = {
      PORT: `${oldPort}`,
      HOST: '127.0.0.1',
      RONDO_DATA: oldData,
      RONDO_LOG_LEVEL: 'error',
      RONDO_PUBLIC_URL: `http://localhost:${publicPort}`,
      RONDO_SIGN_UP: 'invited',
      RONDO_IDLE_END_DAYS: '7',
      RONDO_MAIL_FROM: `Rondo "of O'Neil" <rondo@example.org>`,
      SMTP_URL: 'smtp://rondo:k3pt-to-itself@127.0.0.1:9',
    };
    const old = await serverProcess(oldPort, oldMachine);
    onTestFinished(async () => void (await old.kill('SIGKILL')));
    const oldNginx = await stockNginx(publicPort, oldPort, ROOMY);
    onTestFinished(oldNginx.stop);

    // One path to the database of either machine, for whoever compares.
    const sockets = inFolder('sockets');
    const leadTo = (data: string): Promise<string> =>
      within(data, (url) => {
        const at = new URL(url);
        rmSync(sockets, { force: true });
        symlinkSync(at.searchParams.get('host') ?? '', sockets);
        at.searchParams.set('host', sockets);
        return at.href;
      });
    const database = await leadTo(oldData);

    // A server as it is after a while: a meeting in full swing, an own activity, a series, a calendar.
    const meeting = await meetingOn(
      { url: oldNginx.url, claimCode: old.claimCode },
      { size: PEOPLE, database },
    );
    onTestFinished(meeting.leave);
    const { ada, people } = meeting;
    const team = await on(database, async (client) => {
      const { rows } = await client.query<{ id: string }>('select id from team');
      return rows[0]?.id ?? '';
    });
    const file = await ada.get('/api/activities/start-stop-continue/file');
    const yaml = file.text.replace(/^id: .*$/m, 'id: our-own-way');
    const own = bodyOf<{ activity: string | null }>(
      await ada.post(`/api/teams/${team}/activities/import`, { yaml }),
    ).activity;
    expect(own).toEqual(expect.any(String));
    const calendar = new URL(bodyOf<{ url: string }>(await ada.post('/api/me/calendar')).url);
    const planned = (await browser(oldNginx.url).get(calendar.pathname)).text;
    await Promise.all(people.map((each) => each.write()));

    // On the old machine, at leisure; on the new one there is nothing.
    const began = performance.now();
    well(await rondo(oldMachine, ['settings', 'export', BUNDLE ?? '', ...WORDS]));
    mkdirSync(newData);
    const newMachine = { RONDO_DATA: newData, PORT: `${newPort}`, HOST: '127.0.0.1' };
    const imported = ['settings', 'import', BUNDLE ?? '', '--write', SETTINGS ?? '', '--no-ledger'];
    well(await rondo(newMachine, [...imported, ...WORDS]));
    const there = ['--settings', SETTINGS ?? ''];
    const differing = await rondo({}, ['settings', 'diff', BUNDLE ?? '', ...WORDS, ...there]);
    expect(differing).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Of one machine each/),
    });

    // From here on nobody is served, and everybody goes on writing.
    const awayAt = performance.now();
    const written = people.map((each) => each.write('while the server moved'));
    expect(await old.kill('SIGTERM')).toBe(0);
    const more = people.map((each) => each.write('while there was none'));
    const before = await within(oldData, dumpOf);
    const made = well(await rondo(oldMachine, ['backup', '--to', BACKUP ?? '', ...WORDS]));
    const restored = well(await rondo({}, ['restore', BACKUP ?? '', ...WORDS, ...there]));
    const after = await within(newData, dumpOf);
    const next = await serverProcess(newPort, {
      ...newMachine,
      // As its settings file says it; each value is text.
      ...(parseEnv(readFileSync(SETTINGS ?? '', 'utf8')) as Record<string, string>),
    });
    onTestFinished(async () => void (await next.kill('SIGTERM')));
    await oldNginx.stop();
    const newNginx = await stockNginx(publicPort, newPort, ROOMY);
    onTestFinished(newNginx.stop);
    await Promise.all([...written, ...more]);
    const backAt = performance.now();
    await meeting.settled(60_000);
    tell(
      `moved in ${seconds(backAt - began)} s, ${seconds(backAt - awayAt)} s of them without a server`,
    );
    expect(backAt - began).toBeLessThan(LONGEST_MS);

    // Every row.
    const [rows] = /\d+ rows of \d+ tables/.exec(made) ?? [];
    expect(restored).toContain(rows);
    const names = Object.keys(before).filter((name) => !OWN.includes(name));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect([name, after[name]]).toEqual([name, before[name]]);
    for (const name of OWN) {
      const now = new Set(after[name] ?? []);
      expect([name, (before[name] ?? []).filter((row) => !now.has(row))]).toEqual([name, []]);
    }

    // Whoever was signed in is, and every link leads where it led.
    expect(bodyOf(await ada.get('/api/me'))).toMatchObject({ name: 'Ada' });
    const same = await browser(newNginx.url).get(calendar.pathname);
    expect([same.status, same.text]).toEqual([200, planned]);
    expect(bodyOf(await ada.get(`/api/activities/${own}`))).toMatchObject({ id: own });

    // The meeting goes on, with all that was written meanwhile, once.
    await leadTo(newData);
    await Promise.all(people.map((each) => each.write('and on')));
    await meeting.settled();
    const evidence = await meeting.evidence();
    expect(check(evidence, plays)).toEqual([]);
    expect(evidence.made.map(({ answer }) => answer)).toEqual(
      Array.from({ length: 4 * PEOPLE }, () => 'done'),
    );

    const verified = await rondo({}, ['verify-backup', BACKUP ?? '', ...WORDS, ...there]);
    expect(well(verified)).toContain('1 of 1 running meetings can go on.');
  },
);

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
