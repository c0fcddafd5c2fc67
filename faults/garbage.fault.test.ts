import { once } from 'node:events';
import { connect } from 'node:net';
import { PROTOCOL } from '@rondo/live/messages';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { inForm } from './length.ts';
import { meetingOn } from './rig/people/meeting.ts';

/** Inputs of each of the three sorts. */
const MESSAGES = inForm({ short: 3_000, long: 600_000 });
const COMMANDS = inForm({ short: 1_000, long: 300_000 });
const BYTES = inForm({ short: 100, long: 100_000 });
/** Another one each time: what it finds is told with it, and can be had again. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const database = await freshDatabase();
const server = await serverProcess(await freePort(), { DATABASE_URL: database });
afterAll(() => server.kill('SIGKILL'));
const there = await meetingOn(server, { size: 4, database });
afterAll(there.leave);
const { meeting } = there;

const NAMES = ['addCard', 'editTask', 'startTimer', 'removePerson', 'finishPhase', 'handOver'];
const STRANGE = ['constructor', '__proto__', 'toString', '', 'x'.repeat(300), '\u0000'];

/** Messages as clients send them, with anything at all in any of their places. */
const message = fc.oneof(
  fc.record(
    {
      t: fc.constantFrom('do', 'now', 'ping', 'join'),
      n: fc.oneof(fc.integer(), fc.double()),
      v: fc.constantFrom(PROTOCOL, 0, -1, 99, 'x'),
      p: fc.constantFrom(null, 'collect-1', ...STRANGE),
      c: fc.constantFrom(...NAMES, ...STRANGE),
      a: fc.anything(),
      at: fc.anything(),
      since: fc.anything(),
      meeting: fc.constantFrom<string>(meeting, 'other', '', '../x'),
      client: fc.string(),
    },
    { requiredKeys: ['t'] },
  ),
  fc.anything(),
);

/** Commands that are well formed, with anything at all for arguments. */
const command = fc.record({
  p: fc.constantFrom(null, 'collect-1', 'nowhere'),
  c: fc.constantFrom(...NAMES, 'constructor', '__proto__', 'hasOwnProperty', ''),
  a: fc.oneof(fc.anything(), fc.record({ id: fc.constantFrom(...STRANGE), text: fc.string() })),
});

/** What is no frame, or a frame that is broken in every place: fragments, lengths, codes. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom(0x81, 0x82, 0x01, 0x80, 0x00, 0x88, 0x89, 0xc1, 0xff),
      fc.uint8Array({ maxLength: 60 }),
    )
    .map(([head, rest]) => Uint8Array.from([head, ...rest])),
);

/** As JSON, or what comes nearest to it. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch (error) {
    if (error instanceof TypeError) return 'a circle or a BigInt';
    throw error;
  }
}

let drawn = 0;
/** Few at a time, so that a million need no memory. */
const draw = <T>(what: fc.Arbitrary<T>, most: number): T[] =>
  fc.sample(what, { numRuns: Math.min(most, 500), seed: SEED + ++drawn });

async function opened(cookie: string): Promise<WebSocket> {
  const web = new WebSocket(`${server.url.replace('http', 'ws')}/live`, {
    headers: { cookie },
    origin: server.url,
  });
  web.on('error', () => undefined);
  await once(web, 'open');
  return web;
}

const [, mallory] = there.people;
const cookie = mallory?.seat.cookie ?? '';
const join = (client: string): string =>
  JSON.stringify({ t: 'join', v: PROTOCOL, meeting, client });

test(`${MESSAGES} spoilt messages, before and after being let in (seed ${SEED})`, async () => {
  for (let sent = 0, round = 0; sent < MESSAGES; round++) {
    for (const each of draw(fc.array(message, { minLength: 60, maxLength: 60 }), 8)) {
      const web = await opened(cookie);
      if (round % 2 === 0) web.send(join('mallory-mallory-mallory'));
      for (const one of each) web.send(textOf(one));
      sent += each.length;
      const closed = once(web, 'close');
      web.close();
      await closed;
    }
  }
  expect(await noticed()).toEqual([]);
});

test(`${COMMANDS} commands with spoilt arguments (seed ${SEED})`, async () => {
  for (let sent = 0; sent < COMMANDS;) {
    const web = await opened(cookie);
    web.send(join(`m${++drawn}`.padEnd(22, 'x')));
    await once(web, 'message');
    let answered = 0;
    web.on('message', (data: Buffer) => {
      // Only our own server is called.
      const { n } = JSON.parse(data.toString()) as { n?: number };
      answered = Math.max(answered, n ?? 0);
    });
    // As many as a connection may have saved up.
    const batch = draw(command, 200);
    batch.forEach(({ p, c, a }, index) => {
      const text = textOf(a);
      const given = /^(undefined|a circle)/.test(text) ? 'null' : text;
      web.send(`{"t":"do","n":${index + 1},"p":${textOf(p)},"c":${textOf(c)},"a":${given}}`);
    });
    sent += batch.length;
    await vi.waitFor(() => expect(answered).toBe(batch.length), { timeout: 20_000, interval: 5 });
    web.terminate();
  }
  expect(await noticed()).toEqual([]);
});

test(`${BYTES} pieces of what are no frames (seed ${SEED})`, async () => {
  const port = server.port;
  for (let sent = 0; sent < BYTES;) {
    for (const chunks of draw(fc.array(bytes, { minLength: 5, maxLength: 8 }), 20)) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(handshake(port));
      for (const chunk of chunks) socket.write(chunk);
      sent += chunks.length;
      socket.end();
      if (!socket.closed) await once(socket, 'close');
    }
  }
  expect(await noticed()).toEqual([]);
});

/** Whether the process lives and nobody else has noticed: what is wrong, in words. */
async function noticed(): Promise<string[]> {
  await Promise.all(there.people.map((each) => each.write()));
  await there.settled();
  const away = there.people.filter(({ said }) => said.some(({ is }) => is === 'offline'));
  return [
    ...(server.isAlive() ? [] : ['the server has ended']),
    ...away.map(({ name }) => `${name} was sent away`),
    ...['"msg":"defect"', 'command failed'].filter((words) => server.said().includes(words)),
    ...(await there.wrong()),
  ];
}

const handshake = (port: number): string =>
  [
    'GET /live HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    `Cookie: ${cookie}`,
    '\r\n',
  ].join('\r\n');
