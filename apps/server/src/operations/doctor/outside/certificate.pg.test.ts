import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeLog } from '../../../log.ts';
import { readSettings } from '../../../settings/read.ts';
import type { Finding } from '../check.ts';
import { lookAround } from '../look-around.ts';
import { certificate } from './certificate.ts';

const DAY_MS = 86_400_000;
const DAYS = 60;

/** A server of https with a certificate of its own. @returns its port */
async function serving(name: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-certificate-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const of = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const into = ['-days', `${DAYS}`, '-keyout', keyFile, '-out', certFile];
  execFileSync('openssl', ['req', '-x509', ...curve, ...of, ...into], { stdio: 'pipe' });
  const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) });
  rmSync(folder, { recursive: true });
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
  const url = `https://localhost:${await serving('localhost')}`;
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

test('who has signed it counts', async () => {
  const own = await examined(`https://localhost:${await serving('localhost')}`);
  expect(own[0]).toMatchObject({
    severity: 'failure',
    measured: expect.stringContaining('SELF_SIGNED'),
  });
});

test('no encryption is a failure in public, nothing to look at without an address, unknown when nobody answers', async () => {
  expect(await examined('http://rondo.example.org')).toMatchObject([{ severity: 'failure' }]);
  expect(await examined('')).toEqual([]);
  expect(await examined('https://localhost:1')).toMatchObject([{ severity: 'unknown' }]);
});
