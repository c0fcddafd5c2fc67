import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../../../bench/free-port.ts';
import { serverProcess } from '../../../../../deploy/testing/server-process.ts';
import { rondo as typed } from '../../cli/testing/rondo.ts';
import { connect, type Db } from '../../database/database.ts';
import { makeLog } from '../../log.ts';
import { browser } from '../../testing/browser.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { testServer } from '../../testing/server.ts';
import { version } from '../../version.ts';
import { latestRun } from '../runs/runs.ts';
import { readBundle } from './bundle-file.ts';
import { settingsOf } from './other-server.ts';
import { addPeaks, readPeaks } from './peaks.ts';

// The whole move, with the commands as people type them: an old server with many settings and a
// Friday behind it, and a machine that knows nothing.

const PASSPHRASE = 'three quiet green owls';
const SMTP_PASSWORD = 'k3pt-to-itself';
const folder = mkdtempSync(join(tmpdir(), 'rondo-move-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const BUNDLE = join(folder, 'old.bundle');
const SETTINGS = join(folder, 'rondo.env');

/** What was printed on both outputs, and the exit code. */
async function rondo(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const all = { BUNDLE_PASSPHRASE: PASSPHRASE, ...environment };
  const { code, said, complained } = await typed(all, args, { folder });
  return { code, said: said + complained };
}

const [port, oldPort] = [await freePort(), await freePort()];
const publicUrl = `http://rondo.test:${port}`;
const shared = await freshDatabase();
/** The old server has them in the environment of its own process. */
const environment = {
  PORT: String(oldPort),
  HOST: '127.0.0.1',
  RONDO_DATA: join(folder, 'old'),
  RONDO_DOCTOR: 'warn',
  DATABASE_URL: shared,
  RONDO_PUBLIC_URL: publicUrl,
  RONDO_MAIL_FROM: `Rondo "of O'Neil" <rondo@example.org>`,
  RONDO_SIGN_UP: 'invited',
  RONDO_IDLE_END_DAYS: '7',
  RONDO_TRUSTED_PROXIES: '10.0.0.0/8',
  RONDO_LOG_LEVEL: 'silent',
  SMTP_URL: `smtp://rondo:${SMTP_PASSWORD}@127.0.0.1:9`,
};
const old = await serverProcess(oldPort, environment);
afterAll(() => old.kill('SIGKILL'));
const ada = browser(`http://127.0.0.1:${oldPort}`, publicUrl);
await ada.post('/api/server/claim', {
  code: old.claimCode,
  name: 'Ada',
  email: 'ada@example.org',
  password: 'a long enough password',
  organization: 'Engines',
  team: 'Analytics',
  language: 'en',
});
const { db, close } = connect(shared, makeLog('silent'), () => Promise.resolve());
afterAll(close);
await fridayIn(db);

async function fridayIn(database: Db): Promise<void> {
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3 * 86_400_000);
  await database
    .insertInto('peak')
    .values([
      { minute, node: 'one', ...busy(40) },
      { minute, node: 'two', ...busy(30) },
    ])
    .execute();
}

function busy(sockets: number) {
  return { sockets, handshakes: 9, file_descriptors: sockets * 2, database_connections: 24 };
}

const exported = await rondo(['settings', 'export', BUNDLE], environment);
const taken = await readBundle(BUNDLE, PASSPHRASE);
const otherDatabase = await freshDatabase();
const machine = { RONDO_DATA: join(folder, 'data'), PORT: String(port), HOST: '127.0.0.1' };

function expectNoSecret(said: string): void {
  expect(said).not.toContain(SMTP_PASSWORD);
  for (const { secret, value } of taken.settings) {
    if (secret && value !== '') expect(said).not.toContain(value);
  }
}

describe('a move to another machine', () => {
  it('takes along what the old server is beside its database', async () => {
    expect(exported).toMatchObject({ code: 0 });
    const secret = taken.settings.find(({ name }) => name === 'RONDO_SECRET');
    const made = readFileSync(join(environment.RONDO_DATA, 'secrets.json'), 'utf8');
    expect(secret?.source).toBe('generated file');
    expect(made).toContain(secret?.value);
    expect(taken.versions).toMatchObject({ PostgreSQL: expect.any(String), Rondo: version });
    expect(taken.limits['open files of the server']).toBeGreaterThan(0);
    expect(taken.peaks.filter(([, node]) => node === 'one' || node === 'two')).toHaveLength(2);
    expect(await latestRun(db, 'settings-export')).toMatchObject({ succeeded: true });
    expectNoSecret(exported.said);
  });

  it('is not begun with settings that the running server does not have', async () => {
    const { SMTP_URL, ...forgotten } = environment;
    const file = join(folder, 'forgotten.bundle');
    const refused = await rondo(['settings', 'export', file], forgotten);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('has other settings than this command: SMTP_URL.');
    expect(SMTP_URL).toContain(SMTP_PASSWORD);
    expectNoSecret(refused.said);
  });

  it('ends with no difference, and shows no secret on the way', async () => {
    const before = await rondo(['settings', 'diff', BUNDLE], machine);
    expect(before.code).toBe(1);
    expect(before.said).toMatch(/RONDO_IDLE_END_DAYS +7 +14/);

    const imported = await rondo(['settings', 'import', BUNDLE], {
      ...machine,
      DATABASE_URL: otherDatabase,
    });
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.said).toContain(
      'Kept as it is on this machine: PORT, HOST, RONDO_DATA, DATABASE_URL',
    );

    const after = await rondo(['settings', 'diff', BUNDLE, '--settings', SETTINGS]);
    expect(after.code).toBe(0);
    expect(after.said).toMatch(/expected to differ/);
    for (const { said } of [before, imported, after]) expectNoSecret(said);
  });

  it('is compared with a server that runs, for who has its secret and nobody else', async () => {
    const address = `http://127.0.0.1:${oldPort}`;
    const settings = ['--settings', SETTINGS];
    const asked = ['settings', 'diff', address, ...settings];
    const changed = { SMTP_URL: 'smtp://another:hunter2hunter2@127.0.0.1:9' };
    const [same, other] = await Promise.all([rondo(asked), rondo(asked, changed)]);
    expect(same.code).toBe(0);
    expect(same.said).toMatch(/expected to differ/);
    expect(other.code).toBe(1);
    expect(other.said).toMatch(/^SMTP_URL +\(secret, fingerprint \w{4}\) +\(secret, fingerprint/m);
    for (const { said } of [same, other]) expectNoSecret(said);

    const stranger = settingsOf(address, 'x'.repeat(43), []);
    await expect(stranger).rejects.toThrow('who has the same RONDO_SECRET');
    expect((await fetch(`${address}/operations/settings`)).status).toBe(404);
    const secret = taken.settings.find((s) => s.name === 'RONDO_SECRET');
    const told = await settingsOf(address, secret?.value, []);
    expectNoSecret(JSON.stringify(told));
  });

  it('takes the ledger over once, however often it is imported', async () => {
    const there = connect(otherDatabase, makeLog('silent'), () => Promise.resolve());
    onTestFinished(there.close);
    const friday = taken.peaks.filter(([, node]) => node === 'one' || node === 'two');
    expect(await readPeaks(there.db)).toEqual(expect.arrayContaining(friday));
    expect(await addPeaks(there.db, taken.peaks)).toBe(0);
  });

  it('says what is wrong with a passphrase, and writes nothing', async () => {
    const write = join(folder, 'never.env');
    const { code, said } = await rondo(['settings', 'import', BUNDLE, '--write', write], {
      BUNDLE_PASSPHRASE: 'four loud green owls',
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^The passphrase is not the one .*\n$/);
    expect(() => readFileSync(write)).toThrow('ENOENT');
  });

  it('lets everybody stay signed in, and the staging check looks at the new server before the name moves', async () => {
    // The same database for both, as with a PostgreSQL of its own machine.
    const environment = { ...parseEnv(readFileSync(SETTINGS, 'utf8')), DATABASE_URL: shared };
    await testServer(environment);
    const there = browser(`http://127.0.0.1:${port}`, publicUrl);
    for (const [name, value] of ada.cookies) there.cookies.set(name, value);
    expect((await there.get('/api/me')).json()).toMatchObject({ name: 'Ada' });

    const asked = ['staging-check', '--bundle', BUNDLE, '--address', `http://127.0.0.1:${port}`];
    const checked = await rondo([...asked, '--quick', '--json', '--settings', SETTINGS], {
      DATABASE_URL: shared,
    });
    const { parts } = JSON.parse(checked.said);
    expect(parts).toMatchObject([
      { part: 'settings', passed: true, found: [] },
      { part: 'doctor', found: expect.arrayContaining([expect.stringContaining('no encryption')]) },
      // Not whether it was quick enough: other tests run beside.
      {
        part: 'rehearsal',
        found: expect.arrayContaining([
          '105 people: 1.5 × the peak of the old server, 70',
          expect.stringContaining('105 of 105 people at the same moment'),
        ]),
      },
    ]);
    expectNoSecret(checked.said);
  });
});
