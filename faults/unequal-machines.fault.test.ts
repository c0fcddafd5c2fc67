import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { rondo } from '../apps/server/src/cli/testing/rondo.ts';
import { readBundle } from '../apps/server/src/operations/bundle/bundle-file.ts';
import { differences } from '../apps/server/src/operations/bundle/differences.ts';
import type { StagingPart } from '../apps/server/src/operations/staging/staging-check.ts';
import { effectiveSettings } from '../apps/server/src/settings/effective.ts';
import { settingsList } from '../apps/server/src/settings/list.ts';
import { testDatabase } from '../apps/server/src/testing/database.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { isLong } from './length.ts';
import { noNginx } from './rig/nginx.ts';
import { stockNginx } from './rig/stock-nginx.ts';

/** So many were on the old machine at its peak. */
const PEOPLE = 100;
const WORDS = 'three quiet green owls';

const { url: database, db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'rondo-unequal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const BUNDLE = join(folder, 'old.bundle');
const PASSPHRASE = join(folder, 'words');
const NAME = 'rondo.test';
const publicPort = await freePort();
writeFileSync(PASSPHRASE, WORDS);

/** What an operator of the old machine has set in the course of time: each setting that is not of one machine. */
const SET: Readonly<Record<string, string>> = {
  RONDO_PUBLIC_URL: `http://${NAME}:${publicPort}`,
  SMTP_URL: 'smtp://rondo:k3pt-to-itself@127.0.0.1:9',
  RONDO_MAIL_FROM: 'Rondo <rondo@example.org>',
  RONDO_SIGN_UP: 'invited',
  RONDO_IDLE_END_DAYS: '7',
  RONDO_DRAIN_PAUSE: '2',
  RONDO_LOG_LEVEL: 'error',
  RONDO_MAX_CONNECTIONS: '4000',
  RONDO_METRICS_TOKEN: 'a token for who measures, of some length',
  RONDO_DOCTOR: 'warn',
  RONDO_BACKUP_EVERY_HOURS: '12',
  RONDO_BACKUP_KEEP: '14',
  RONDO_BACKUP_PASSPHRASE: 'four quiet green owls',
  RONDO_TRUSTED_PROXIES: '127.0.0.0/8, ::1, 10.0.0.0/8',
  RONDO_SECRET: randomBytes(32).toString('base64url'),
  RONDO_BUS: 'redis://127.0.0.1:6390',
  RONDO_PLANS: 'on',
  RONDO_STRIPE_KEY: 'sk_test_of_the_old_machine',
  RONDO_STRIPE_WEBHOOK_SECRET: 'whsec_of_the_old_machine',
  RONDO_STRIPE_PRICE_TEAM: 'price_team',
  RONDO_STRIPE_PRICE_ENTERPRISE: 'price_enterprise',
  RONDO_STRIPE_URL: 'http://127.0.0.1:12111',
  RONDO_WEBHOOKS_PRIVATE: 'on',
};
/** As it would be read, and different. */
const OTHER: Readonly<Record<string, string>> = {
  RONDO_PUBLIC_URL: 'http://rondo.example.org',
  SMTP_URL: 'smtp://rondo:another-word@127.0.0.1:9',
  RONDO_MAIL_FROM: 'Rondo <rondo@example.com>',
  RONDO_SIGN_UP: 'open',
  RONDO_IDLE_END_DAYS: '8',
  RONDO_DRAIN_PAUSE: '3',
  RONDO_LOG_LEVEL: 'warn',
  RONDO_MAX_CONNECTIONS: '4001',
  RONDO_METRICS_TOKEN: 'a token for who measures, of some lengths',
  RONDO_DOCTOR: 'refuse',
  RONDO_BACKUP_EVERY_HOURS: '13',
  RONDO_BACKUP_KEEP: '15',
  RONDO_BACKUP_PASSPHRASE: 'four quiet green cats',
  RONDO_TRUSTED_PROXIES: '127.0.0.0/8, ::1',
  RONDO_SECRET: randomBytes(32).toString('base64url'),
  RONDO_BUS: 'redis://127.0.0.1:6391',
  RONDO_PLANS: 'off',
  RONDO_STRIPE_KEY: 'sk_test_of_another',
  RONDO_STRIPE_WEBHOOK_SECRET: 'whsec_of_another',
  RONDO_STRIPE_PRICE_TEAM: 'price_of_another_team',
  RONDO_STRIPE_PRICE_ENTERPRISE: 'price_of_another_enterprise',
  RONDO_STRIPE_URL: 'http://127.0.0.1:12112',
  RONDO_WEBHOOKS_PRIVATE: 'off',
};
/** What a server does not start with where this setting is missing or another one. */
const NEEDED_BY: Readonly<Record<string, readonly string[]>> = {
  // Mails need an address for their links.
  RONDO_PUBLIC_URL: ['SMTP_URL'],
  RONDO_PLANS: ['RONDO_STRIPE_KEY'],
  RONDO_STRIPE_WEBHOOK_SECRET: ['RONDO_STRIPE_KEY'],
  RONDO_STRIPE_PRICE_TEAM: ['RONDO_STRIPE_KEY'],
};
const shared = Object.values(settingsList).filter(({ ofThisMachine }) => !ofThisMachine);

/** On the old machine nothing stands in the way of a start. */
const { RONDO_BUS: _, ...OLD } = SET;
beforeAll(async () => {
  await db
    .insertInto('peak')
    .values({
      minute: new Date(Date.now() - 3 * 86_400_000),
      node: 'one',
      sockets: PEOPLE,
      handshakes: PEOPLE,
      file_descriptors: 2 * PEOPLE,
      database_connections: 24,
    })
    .execute();
  const old = { ...OLD, DATABASE_URL: database, RONDO_DATA: join(folder, 'old') };
  const exported = ['settings', 'export', BUNDLE, '--passphrase-file', PASSPHRASE];
  const ran = await rondo(old, exported);
  if (ran.code !== 0) throw new Error(ran.complained);
});

describe('settings of two machines', () => {
  test.for(shared.map(({ name }) => name))('%s: missing and different are found', (name) => {
    const base = Object.fromEntries(
      Object.entries(SET).filter(([key]) => !NEEDED_BY[name]?.includes(key)),
    );
    const { [name]: _, ...without } = base;
    const own = SET[name] ?? '';
    const other = OTHER[name] ?? '';
    expect([own, other]).not.toContain('');
    const there = effectiveSettings(base);
    const found = (here: Record<string, string>): string[] =>
      differences(there, effectiveSettings(here)).counted.map((each) => each.name);
    expect(found(base)).toEqual([]);
    expect(found(without)).toContain(name);
    expect(found({ ...base, [name]: other })).toEqual([name]);
  });

  test('the command says which, shows no secret, and ends with 1', async () => {
    const { SMTP_URL, ...noMail } = OLD;
    const secret = OTHER['RONDO_SECRET'] ?? '';
    const asked = ['settings', 'diff', BUNDLE, '--passphrase-file', PASSPHRASE];
    const [same, withoutMail, otherSecret] = await Promise.all([
      rondo(OLD, asked),
      rondo(noMail, asked),
      rondo({ ...OLD, RONDO_SECRET: secret }, asked),
    ]);
    expect(same).toMatchObject({ code: 0 });
    expect(withoutMail).toMatchObject({ code: 1, said: expect.stringMatching(/^SMTP_URL /m) });
    expect(otherSecret).toMatchObject({ code: 1, said: expect.stringMatching(/^RONDO_SECRET /m) });
    const told = [same, withoutMail, otherSecret].map(({ said }) => said).join('\n');
    for (const word of ['k3pt-to-itself', secret, OLD['RONDO_SECRET'] ?? ''])
      expect([word, told.includes(word)]).toEqual([word, false]);
    expect(SMTP_URL).toContain('k3pt-to-itself');
  });
});

/** Tests have a database in a hurry, no certificate, and nobody who takes mails. */
const KNOWN = /^failure: (database-safety|settings|certificate|mail)\b/;

interface Machine {
  readonly of: string;
  /** Of the server. */
  readonly files?: number;
  /** Of each of the two workers of the proxy. */
  readonly connections?: number;
  /** Taken out of the settings file after the import. */
  readonly forgotten?: string;
  /** What is said about it; the part and the words. Nothing: it is as good as the old one. */
  readonly red: readonly (readonly [StagingPart['part'], string])[];
}

const machines: readonly Machine[] = [
  { of: 'as good', red: [] },
  {
    of: 'with a lower file limit for the server',
    files: 400,
    red: [['doctor', 'failure: file-descriptors']],
  },
  {
    of: 'with a proxy as it comes',
    connections: 64,
    red: [
      ['doctor', 'failure: proxy-nginx'],
      ['doctor', 'failure: public-address'],
      ['rehearsal', 'What breaks first: the proxy'],
    ],
  },
  {
    of: 'that sends no mail',
    forgotten: 'SMTP_URL',
    red: [['settings', 'SMTP_URL: ']],
  },
];

describe.skipIf(noNginx !== '')(
  `a machine that is checked before people come${noNginx && ` (left out: ${noNginx})`}`,
  () => {
    test.for(machines.filter(({ of }) => isLong || of === 'with a proxy as it comes'))(
      '$of',
      async ({ of, files, connections = 4_096, forgotten, red }) => {
        const port = await freePort();
        const own = {
          PORT: `${port}`,
          HOST: '127.0.0.1',
          DATABASE_URL: database,
          RONDO_DATA: join(folder, of),
        };
        const file = join(folder, `${of}.env`);
        const words = ['--passphrase-file', PASSPHRASE];
        const imported = await rondo(own, [
          'settings',
          'import',
          BUNDLE,
          '--write',
          file,
          ...words,
        ]);
        expect(imported.code).toBe(0);
        const written = readFileSync(file, 'utf8').split('\n');
        const kept = written.filter((line) => !forgotten || !line.startsWith(forgotten));
        writeFileSync(file, kept.join('\n'));
        // Each value of such a file is text.
        const environment = parseEnv(kept.join('\n')) as Record<string, string>;
        const server = await serverProcess(port, environment, undefined, files);
        onTestFinished(async () => void (await server.kill('SIGTERM')));
        const nginx = await stockNginx(publicPort, port, { connections, files: 20_000 });
        onTestFinished(nginx.stop);

        const address = ['--address', `http://127.0.0.1:${publicPort}`];
        const asked = ['staging-check', '--bundle', BUNDLE, ...address, '--quick', '--json'];
        const checked = await rondo({}, [...asked, ...words, '--settings', file]);
        // What the command prints.
        const { parts } = JSON.parse(checked.said) as { parts: StagingPart[] };
        const bad = parts.flatMap(({ part, passed, found }) => {
          const lines = found.filter((line) => !KNOWN.test(line));
          const isBad = (line: string): boolean =>
            part === 'doctor' ? line.startsWith('failure: ') : part === 'settings' || !passed;
          return lines.filter(isBad).map((line) => [part, line] as const);
        });
        for (const [part, words_] of red)
          expect(bad).toContainEqual([part, expect.stringContaining(words_)]);
        if (red.length === 0) expect(bad).toEqual([]);
        expect(checked.code).toBe(1);
      },
    );
  },
);

test('who reads the sealed file finds every setting of the old machine in it', async () => {
  const { settings, peaks } = await readBundle(BUNDLE, WORDS);
  for (const [name, value] of Object.entries(OLD))
    expect(settings).toContainEqual(expect.objectContaining({ name, value }));
  expect(peaks.map(([, , sockets]) => sockets)).toEqual([PEOPLE]);
});
