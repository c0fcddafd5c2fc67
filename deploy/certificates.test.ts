import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Finding } from '../apps/server/src/operations/doctor/check.ts';
import { program } from '../tools/debian.ts';
import { certified, leftOut, shown } from './testing/authority.ts';

const DAY = 86_400;
const faketime = program('faketime', 'faketime');
const without = leftOut === '' ? '' : ` (left out: ${leftOut})`;
const withoutTime = 'missing' in faketime ? ` (left out: ${faketime.missing})` : without;

describe('our Caddyfile and a certificate authority', () => {
  test.skipIf(without !== '')(
    `get a certificate, and the next one before it ends, while connections go on${without}`,
    { timeout: 60_000 },
    async () => {
      const { port } = await certified(6);
      const first = await shown(port);
      const connection = await upgraded(port);
      const next = await vi.waitFor(
        async () => {
          const now = await shown(port);
          expect(now.to).toBeGreaterThan(Date.now());
          expect(now.serial).not.toBe(first.serial);
          return now;
        },
        { timeout: 20_000, interval: 100 },
      );
      expect(next.from).toBeLessThan(first.to);
      connection.write('still here');
      const [heard] = (await once(connection, 'data')) as [Buffer];
      expect(heard.toString()).toBe('still here');
    },
  );

  test.skipIf(withoutTime !== '')(
    `are watched by the doctor: when renewal fails it warns at a third, and says when it is over${withoutTime}`,
    { timeout: 60_000 },
    async () => {
      const { port, root, stopAuthority } = await certified(90 * DAY);
      await stopAuthority();
      const at = (days: number) => examined(`https://localhost:${port}`, root, days);
      const [early, fair, late, over] = await Promise.all([at(1), at(59), at(61), at(91)]);
      expect(early).toEqual([['ok', '89 days of 90 days left']]);
      expect(fair?.map(([severity]) => severity)).toEqual(['ok']);
      expect(late).toEqual([['warning', '29 days of 90 days left']]);
      expect(over?.map(([severity]) => severity)).toEqual(['failure']);
      expect(over?.[0]?.[1]).toContain('expired');
    },
  );
});

/** A connection that outlives the certificate with which it was opened. */
async function upgraded(port: number) {
  const socket = connect({ port, servername: 'localhost', rejectUnauthorized: false });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
  const [head] = (await once(socket, 'data')) as [Buffer];
  expect(head.toString()).toMatch(/^HTTP\/1.1 101 /);
  return socket;
}

/** What the doctor finds so many days from now. */
async function examined(url: string, root: string, days: number): Promise<[string, string][]> {
  if (!('path' in faketime)) throw new Error(faketime.missing);
  const script = join(import.meta.dirname, 'testing/examine-certificate.ts');
  const { stdout } = await promisify(execFile)(
    faketime.path,
    ['-f', `+${days}d`, process.execPath, script, url],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: root } },
  );
  // The findings that the script has printed.
  const findings = JSON.parse(stdout) as Finding[];
  return findings.map(({ severity, measured }) => [severity, measured]);
}
