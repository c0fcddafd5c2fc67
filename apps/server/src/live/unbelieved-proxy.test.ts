import type { IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { noticeUnbelievedProxies } from './unbelieved-proxy.ts';

/** What is looked at of a request. */
const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

test('a proxy nearby that is not trusted is told of, once', () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const notice = noticeUnbelievedProxies(log);
  // Straight from a person; through a proxy that is believed; what a stranger from afar claims.
  notice(request('10.0.0.7'), '10.0.0.7');
  notice(request('10.0.0.7', '198.51.100.1'), '198.51.100.1');
  notice(request('198.51.100.9', '10.0.0.1'), '198.51.100.9');
  expect(lines).toEqual([]);
  notice(request('::ffff:10.0.0.7', '198.51.100.1'), '10.0.0.7');
  notice(request('10.0.0.7', '198.51.100.2'), '10.0.0.7');
  notice(request('fd00::7', '198.51.100.2'), 'fd00::7');
  expect(lines.map((line) => (JSON.parse(line) as { proxy: string }).proxy)).toEqual([
    '10.0.0.7',
    'fd00::7',
  ]);
});
