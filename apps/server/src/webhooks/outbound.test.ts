import { expect, test } from 'vitest';
import { NOT_SENT, post } from './outbound.ts';
import { receiver } from './testing/receiver.ts';

const there = await receiver();
const send = (url: string, allowPrivate = true) =>
  post({ url: new URL(url), headers: {}, body: '{}', allowPrivate });

test.each([
  [there.url, NOT_SENT.scheme],
  [there.url.replace('http:', 'https:'), NOT_SENT.private],
  ['https://localhost/', NOT_SENT.private],
  ['https://[::1]/', NOT_SENT.private],
  // The parser of addresses makes the usual one of it.
  ['https://2130706433/', NOT_SENT.private],
  ['https://0x7f.1/', NOT_SENT.private],
  ['https://169.254.169.254/latest/meta-data/', NOT_SENT.private],
  ['https://user:password@example.org/', NOT_SENT.credentials],
  ['ftp://example.org/', NOT_SENT.scheme],
  ['https://no-such-host.invalid/', NOT_SENT.unknown],
])('nothing is sent to %s', async (url, error) => {
  expect(await send(url, false)).toMatchObject({ status: null, error });
  expect(there.received).toEqual([]);
});

test('the metadata of a cloud is not reached from private networks either', async () => {
  expect(await send('http://169.254.169.254/')).toMatchObject({ error: NOT_SENT.private });
});

test('a redirect is an answer, and not followed', async () => {
  there.answer = { status: 302, headers: { location: `${there.url}/elsewhere` } };
  expect(await send(`${there.url}/here`)).toMatchObject({ status: 302, error: 'HTTP 302' });
  expect(there.received.map(({ path }) => path)).toEqual(['/here']);
});

test('of a long answer the beginning is read', async () => {
  there.answer = { status: 200, body: 'x'.repeat(1_000_000) };
  const { status, answer } = await send(there.url);
  expect([status, answer.length]).toEqual([200, 4_096]);
});

test('nobody there is said in the words of the network', async () => {
  expect(await send('http://127.0.0.1:1/')).toMatchObject({
    status: null,
    error: expect.stringContaining('ECONNREFUSED') as string,
  });
});
