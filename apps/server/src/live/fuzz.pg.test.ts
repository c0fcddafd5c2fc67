import { connect } from 'node:net';
import { SMALL, smallMeeting } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { call, callIn, isOpen, joining, until } from './testing/caller.ts';
import { liveServer } from './testing/live-server.ts';
import { nodeProcess } from './testing/node-process.ts';

const meeting = 'meeting' as MeetingId;
const url = await freshDatabase();
const own = await liveServer(url);
await own.live.log.create(meeting, smallMeeting(meeting));
const other = await nodeProcess(url);
afterAll(async () => {
  await other.kill();
  await own.close();
});

/** Messages as a client sends them, with anything at all in any of their places. */
const spoilt = fc.oneof(
  fc.record(
    {
      t: fc.constantFrom('do', 'now', 'ping', 'join'),
      n: fc.oneof(fc.integer(), fc.constant(1), fc.double()),
      p: fc.constantFrom(null, 'small-1', '__proto__', 'toString', 'x'.repeat(500)),
      c: fc.constantFrom('say', 'put', 'constructor', '__proto__', 'enter', 'fail', 'setReady'),
      a: fc.anything({ withNullPrototype: false, withObjectString: true }),
      at: fc.anything(),
      typing: fc.anything(),
      meeting: fc.constantFrom(meeting, 'other', '', '../x'),
    },
    { requiredKeys: ['t'] },
  ),
  fc.anything(),
);

const NAMES = [
  'say',
  'put',
  'hold',
  'show',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'enter',
  '',
  'setReady',
  'addTask',
  'removePerson',
  'movePhase',
  'startTimer',
  'takeRole',
];

/** Commands of a well-formed kind with anything at all for arguments. */
const command = fc.record({
  p: fc.constantFrom(null, SMALL, 'nowhere'),
  c: fc.constantFrom(...NAMES),
  a: fc.oneof(
    fc.anything(),
    fc.record({ key: fc.constantFrom('__proto__', 'constructor', 'k'), text: fc.string() }),
  ),
});

/** Bytes after the handshake that are no frames, or frames broken in every place. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom(0x81, 0x82, 0x01, 0x00, 0x88, 0x89, 0xff),
      fc.uint8Array({ maxLength: 60 }),
    )
    .map(([head, rest]) => Uint8Array.from([head, ...rest])),
);

const HANDSHAKE = (port: number): string =>
  [
    'GET /live HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    'Cookie: who=mallory',
    '\r\n',
  ].join('\r\n');

const fail = (error: unknown): never => {
  throw error;
};

/** JSON, or whatever text comes nearest to it. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch (error) {
    return error instanceof TypeError ? 'a circle or a BigInt' : fail(error);
  }
}

test('[R25] T15: whatever is sent, the process lives on and serves the others', async () => {
  const ann = await callIn(other.port, meeting, 'ann');
  const rounds = 60;
  const messages = fc.sample(
    fc.array(fc.oneof(spoilt.map(textOf), fc.string()), { minLength: 60, maxLength: 60 }),
    { numRuns: rounds, seed: 7 },
  );
  const junk = fc.sample(fc.array(bytes, { minLength: 1, maxLength: 8 }), {
    numRuns: 200,
    seed: 8,
  });

  for (const [at, texts] of messages.entries()) {
    const mallory = call(other.port, 'mallory');
    await isOpen(mallory);
    if (at % 2 === 0) mallory.tell(joining(meeting));
    for (const text of texts) mallory.web.send(text);
    await until(() => expect(mallory.closed()).not.toBe(null));
  }
  for (const chunks of junk) {
    const socket = connect(other.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(HANDSHAKE(other.port));
    for (const chunk of chunks) socket.write(chunk);
    socket.end();
    socket.resume();
    await until(() => expect(socket.closed).toBe(true));
  }
  const eve = await callIn(other.port, meeting, 'eve');
  const commands = fc.sample(command, { numRuns: 250, seed: 9 });
  commands.forEach(({ p, c, a }, index) => {
    const text = `{"t":"do","n":${index + 1},"p":${JSON.stringify(p)},"c":${JSON.stringify(c)},"a":${textOf(a)}}`;
    const isJson = !text.endsWith(':undefined}') && !text.includes('"a":a circle');
    eve.web.send(isJson ? text : text.replace(/"a":.*$/, '"a":null}'));
  });
  await until(() => expect(eve.answered()).toBe(commands.length));
  // Streams and posts take the same messages.
  const id = 'fuzz-fuzz-fuzz-fuzz-fuzz';
  const stream = await fetch(`http://127.0.0.1:${other.port}/live/stream?id=${id}`, {
    headers: { cookie: 'who=mallory' },
  });
  for (const text of ['\u0000', '{"t":', 'x'.repeat(100_000), '\n\n\n'])
    await fetch(`http://127.0.0.1:${other.port}/live/send?id=${id}`, {
      method: 'POST',
      body: text,
    });
  await stream.body?.cancel();

  ann.act('put', { key: 'still', text: 'here' });
  await until(() => expect(ann.answered()).toBe(1));
  expect([other.end(), ann.closed()]).toEqual([null, null]);
  for (const caller of [ann, eve]) caller.web.terminate();
});
