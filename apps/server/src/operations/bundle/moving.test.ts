import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { effectiveSettings } from '../../settings/effective.ts';
import { settingsInForce, settingsReport } from '../../settings/in-force.ts';
import { settingsList } from '../../settings/list.ts';
import { readSettings, type Environment } from '../../settings/read.ts';
import { secretOf } from '../../settings/secrets.ts';
import { openBackup } from '../backup/open.ts';
import { seal } from '../sealed/sealed.ts';
import { readBundle, writeBundle } from './bundle-file.ts';
import type { Bundle } from './bundle.ts';
import { differences, differencesShown } from './differences.ts';
import { importReport } from './import-report.ts';
import { install, planned } from './install.ts';
import { anySettings } from './testing/any-settings.ts';

const PASSPHRASE = 'three quiet green owls';
const folder = mkdtempSync(join(tmpdir(), 'rondo-moving-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const fresh = (): string => join(folder, String(count++));

function bundleOf(environment: Environment, more: Partial<Bundle> = {}): Bundle {
  return {
    about: { at: '2026-11-20T16:00:00.000Z', host: 'old' },
    settings: effectiveSettings(environment),
    versions: { Rondo: '0.1.0' },
    limits: { 'open files of the server': 65_536 },
    peaks: [[Date.parse('2026-11-20T15:00:00Z'), 'one', 800, 90, 1700, 24]],
    runs: [{ kind: 'doctor', at: '2026-11-20T15:00:00.000Z', succeeded: true, result: {} }],
    files: { '/etc/nginx/nginx.conf': 'events {\n  worker_connections 16384;\n}\n' },
    ...more,
  };
}

/** There and back through a sealed file. */
async function carried(bundle: Bundle): Promise<Bundle> {
  const file = fresh();
  await writeBundle(file, bundle, PASSPHRASE, 10);
  return readBundle(file, PASSPHRASE);
}

/** Imports on a machine with a data folder of its own. @returns what a start there reads */
function moved(bundle: Bundle, own: Environment): { environment: Environment; report: string } {
  const file = fresh();
  const installation = planned(bundle, own);
  install(installation, file, { force: false });
  const here = { limits: {}, files: {}, versions: {} };
  const report = importReport({ bundle, here, installation, file, minutes: 1, isDryRun: false });
  return { environment: parseEnv(readFileSync(file, 'utf8')), report };
}

const secretNames: readonly string[] = Object.values(settingsList)
  .filter(({ secret }) => secret)
  .map(({ name }) => name);

describe('any settings', () => {
  it('are the same after export and import, and no secret is shown on the way', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, fc.boolean(), async (chosen, isStarted) => {
        const old: Environment = { ...chosen, RONDO_DATA: fresh() };
        if (isStarted) secretOf(readSettings(old));
        const bundle = await carried(bundleOf(old));
        const own = { RONDO_DATA: fresh() };
        const before = differencesShown(differences(bundle.settings, effectiveSettings(own)));
        const { environment, report } = moved(bundle, own);
        const after = differences(bundle.settings, effectiveSettings(environment));
        expect(after.counted).toEqual([]);
        expect(after.expected.map(({ name }) => name)).toEqual(['RONDO_DATA']);

        const said = [
          before,
          report,
          differencesShown(after),
          settingsInForce(environment),
          JSON.stringify(settingsReport(environment)),
        ].join('\n');
        for (const { value } of bundle.settings.filter(({ name }) => secretNames.includes(name))) {
          if (value !== '') expect(said).not.toContain(value);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('that differ in one thing differ in that', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom('RONDO_MAIL_FROM', 'RONDO_SECRET'), (old, name) => {
        const changed = { ...old, [name]: `${old[name] ?? ''}${'other'.repeat(8)}` };
        const { counted } = differences(effectiveSettings(old), effectiveSettings(changed));
        expect(counted.map((difference) => difference.name)).toEqual([name]);
      }),
    );
  });
});

describe('a sealed file', () => {
  it('that is a backup is told from a settings bundle', async () => {
    const file = fresh();
    const backup = seal([Buffer.from('28b52ffd00', 'hex')], PASSPHRASE, 10);
    writeFileSync(file, Buffer.concat(await Array.fromAsync(backup)));
    await expect(readBundle(file, PASSPHRASE)).rejects.toThrow('`rondo restore`');
    await expect(readBundle(fresh(), PASSPHRASE)).rejects.toThrow('cannot be read: ENOENT');
  });

  it('that is a settings bundle is told from a backup', async () => {
    const file = fresh();
    await writeBundle(file, bundleOf({}), PASSPHRASE, 10);
    await expect(openBackup(file, PASSPHRASE)).rejects.toThrow('is not a backup of Rondo');
  });
});

describe('an import', () => {
  const old = { RONDO_SIGN_UP: 'invited', PORT: '4000', DATABASE_URL: 'postgres://a:b@old/rondo' };

  it('writes files that only their owner reads', () => {
    const data = fresh();
    const file = fresh();
    secretOf(readSettings({ RONDO_DATA: data }));
    const bundle = bundleOf({ ...old, RONDO_DATA: data });
    const own = fresh();
    install(planned(bundle, { RONDO_DATA: own }), file, { force: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(own, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(secretOf(readSettings({ RONDO_DATA: own }))).toBe(
      secretOf(readSettings({ RONDO_DATA: data })),
    );
  });

  it('done twice changes nothing', () => {
    const file = fresh();
    const plan = planned(bundleOf(old), {});
    install(plan, file, { force: false });
    const first = readFileSync(file, 'utf8');
    install(plan, file, { force: false });
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it('keeps what this machine says about itself, and what it is told to keep', () => {
    const own = { PORT: '5000', RONDO_SIGN_UP: 'open' };
    const plan = planned(bundleOf(old), own, ['DATABASE_URL']);
    expect(parseEnv(plan.text)).toEqual({ RONDO_SIGN_UP: 'invited', PORT: '5000' });
    expect(plan.kept).toEqual(['PORT', 'DATABASE_URL']);
    expect(() => planned(bundleOf(old), own, ['DATABASE'])).toThrow('no setting DATABASE to keep');
  });

  it('replaces neither another secret nor another settings file unless it is told to', () => {
    const [there, here, file] = [fresh(), fresh(), fresh()];
    const secrets = [there, here].map((data) => secretOf(readSettings({ RONDO_DATA: data })));
    const plan = planned(bundleOf({ RONDO_DATA: there }), { RONDO_DATA: here });
    expect(() => install(plan, file, { force: false })).toThrow('has a secrets.json of its own');
    expect(existsSync(file)).toBe(false);
    install(plan, file, { force: true });
    expect(secretOf(readSettings({ RONDO_DATA: here }))).toBe(secrets[0]);

    writeFileSync(file, 'PORT=1\n');
    expect(() => install(plan, file, { force: false })).toThrow('says something else');
    expect(readFileSync(file, 'utf8')).toBe('PORT=1\n');
  });

  it('names what another release knew and this one does not', () => {
    const bundle = bundleOf(old);
    const strange = {
      name: 'RONDO_OLD',
      value: 'x',
      source: 'environment' as const,
      secret: false,
      ofThisMachine: false,
    };
    const settings = [...bundle.settings, strange];
    expect(planned({ ...bundle, settings }, {}).unknown).toEqual(['RONDO_OLD']);
    expect(differences(settings, effectiveSettings(old)).counted).toEqual([
      { name: 'RONDO_OLD', there: 'x', here: '(not set)' },
    ]);
  });

  it('says what is left to do by hand, with the lines that do it, and no secret in them', () => {
    const password = 'hunter2hunter2';
    const bundle = bundleOf(
      { DATABASE_URL: `postgres://rondo:${password}@db/rondo` },
      {
        limits: { 'open files of the server': 65_536, 'net.core.somaxconn': 4096, processors: 8 },
        files: {
          '/etc/nginx/nginx.conf': 'worker_rlimit_nofile 65536;\nuser www-data;\n',
          '/etc/systemd/system/rondo.service.d/limits.conf': `LimitNOFILE=65536 # not ${password}\n`,
        },
        versions: { PostgreSQL: '18.4' },
      },
    );
    const here = {
      limits: { 'open files of the server': 1024, 'net.core.somaxconn': 4096, processors: 2 },
      files: { '/etc/nginx/nginx.conf': 'user www-data;\n' },
      versions: { PostgreSQL: '17.2' },
    };
    const installation = planned(bundle, {});
    const file = 'rondo.env';
    const isDryRun = true;
    const report = importReport({ bundle, here, installation, file, minutes: undefined, isDryRun });
    expect(report).toContain(
      'open files of the server: 65,536 there, 1,024 here.\n  LimitNOFILE=65536',
    );
    expect(report).not.toContain('somaxconn');
    expect(report).toContain('processors: 8 there, 2 here.');
    expect(report).toContain(
      '/etc/nginx/nginx.conf: lines that are not in this machine’s file.\n  worker_rlimit_nofile 65536;'.replace(
        '’',
        "'",
      ),
    );
    expect(report).toContain('  LimitNOFILE=65536 # not (secret)');
    expect(report).toContain('PostgreSQL: 18.4 there, 17.2 here.');
    expect(report).not.toContain(password);
  });
});
