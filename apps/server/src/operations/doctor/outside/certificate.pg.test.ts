import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { makeLog } from '../../../log.ts';
import { readSettings } from '../../../settings/read.ts';
import type { Finding } from '../check.ts';
import { lookAround } from '../look-around.ts';
import { certificate } from './certificate.ts';

const DAY_MS = 86_400_000;
const DAYS = 60;

const folder = mkdtempSync(join(tmpdir(), 'rondo-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const openssl = (...args: string[]): void =>
  void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** `name.key` and `name.pem`: signed by another, or by itself. @param extra what else stands in it */
function issue(name: string, extra: readonly string[], by?: string): void {
  const into = ['-days', `${DAYS}`, '-keyout', `${name}.key`, '-out', `${name}.pem`];
  const signer = by ? ['-CA', `${by}.pem`, '-CAkey', `${by}.key`] : [];
  const added = extra.flatMap((each) => ['-addext', each]);
  openssl('req', '-x509', ...CURVE, '-subj', `/CN=${name}`, ...added, ...signer, ...into);
}

const CA = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'];
issue('authority', CA);
issue('between', CA, 'authority');
const LEAF = 'basicConstraints=critical,CA:FALSE';
issue('leaf', [LEAF, 'subjectAltName=DNS:localhost'], 'between');
issue('other', [LEAF, 'subjectAltName=DNS:other.example.org'], 'between');
issue('own', ['subjectAltName=DNS:localhost']);
// Browsers know it, in this test.
setDefaultCACertificates([...getCACertificates(), file('authority.pem')]);

/** A server of https. @param chain what it shows, its own first @returns its port */
async function serving(...chain: [string, ...string[]]): Promise<number> {
  const cert = chain.map((name) => file(`${name}.pem`)).join('');
  const server = createServer({ key: file(`${chain[0]}.key`), cert });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // It listens on a port.
  return (server.address() as AddressInfo).port;
}

/** @param days how long after now */
async function examined(publicUrl: string, days = 0): Promise<readonly Finding[]> {
  const context = await lookAround({
    settings: readSettings({ RONDO_PUBLIC_URL: publicUrl }),
    environment: {},
    db: undefined,
    secret: undefined,
    log: makeLog('silent'),
  });
  return certificate.run({ ...context, now: () => Date.now() + days * DAY_MS });
}

const age = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ data }) => data?.['days'] !== undefined);

test('what is left counts as a part of the whole lifetime', async () => {
  const url = `https://localhost:${await serving('leaf', 'between')}`;
  expect(age(await examined(url))).toMatchObject({ severity: 'ok', data: { days: DAYS } });
  expect(age(await examined(url, DAYS * 0.6))).toMatchObject({ severity: 'ok' });
  expect(age(await examined(url, DAYS * 0.7))).toMatchObject({ severity: 'warning' });
  expect(age(await examined(url, DAYS * 0.9))).toMatchObject({ severity: 'failure' });
  expect(age(await examined(url, DAYS + 3))).toMatchObject({
    severity: 'failure',
    measured: expect.stringMatching(/^expired 3 days ago/),
    repair: expect.stringContaining('certbot renew'),
  });
});

test('who has signed it counts, for which name, and whether all of the chain is shown', async () => {
  const of = async (...chain: [string, ...string[]]) =>
    examined(`https://localhost:${await serving(...chain)}`);
  expect(await of('leaf', 'between')).toMatchObject([{ severity: 'ok' }]);
  expect((await of('own'))[0]).toMatchObject({
    severity: 'failure',
    measured: expect.stringContaining('SELF_SIGNED'),
  });
  expect((await of('other', 'between'))[0]).toMatchObject({
    severity: 'failure',
    measured: 'it is not for localhost',
  });
  expect((await of('leaf'))[0]).toMatchObject({
    severity: 'failure',
    measured: 'the chain is incomplete',
    repair: expect.stringContaining('fullchain.pem'),
  });
});

test('no encryption is a failure in public, nothing to look at without an address, unknown when nobody answers', async () => {
  expect(await examined('http://rondo.example.org')).toMatchObject([{ severity: 'failure' }]);
  expect(await examined('')).toEqual([]);
  expect(await examined('https://localhost:1')).toMatchObject([{ severity: 'unknown' }]);
});
