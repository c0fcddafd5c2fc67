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

/** A name server that says something else each time; the last of it for good. */
function liar(...answers: string[][]) {
  const asked: string[] = [];
  return {
    asked,
    look: (host: string) => {
      asked.push(host);
      const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
      return Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
    },
  };
}

test('a name that leads elsewhere the second time is followed to where it led first', async () => {
  const { port } = new URL(there.url);
  const elsewhere = await receiver('127.0.0.2', Number(port));
  there.answer = { status: 200, body: 'first' };
  elsewhere.answer = { status: 200, body: 'second' };
  const { asked, look } = liar(['127.0.0.1'], ['127.0.0.2']);
  // No name server of this machine knows it: without the pin nothing would arrive.
  const url = new URL(`http://rebind.invalid:${port}/`);
  const before = there.received.length;
  const answered = await post({ url, headers: {}, body: '{}', allowPrivate: true }, look);
  expect(answered).toMatchObject({ status: 200, answer: 'first' });
  expect(asked).toEqual(['rebind.invalid']);
  expect(there.received.slice(before).map(({ headers }) => headers.host)).toEqual([url.host]);
  expect(elsewhere.received).toEqual([]);
});

test('one private address among public ones is enough not to be called', async () => {
  const { asked, look } = liar(['93.184.216.34', '10.0.0.1'], ['93.184.216.34']);
  const url = new URL('https://rebind.invalid/');
  const answered = await post({ url, headers: {}, body: '{}', allowPrivate: false }, look);
  expect(answered).toMatchObject({ status: null, error: NOT_SENT.private });
  expect(asked).toHaveLength(1);
});
