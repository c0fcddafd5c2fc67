import { connect, type Socket } from 'node:net';
import { CLOSE } from '@rondo/live/messages';
import { smallMeeting } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { capacityOf } from './capacity.ts';
import { call, callIn, joining, until, type Caller } from './testing/caller.ts';
import { liveServer } from './testing/live-server.ts';
import { nodeProcess } from './testing/node-process.ts';

const FILES = 200;
const url = await freshDatabase();
const [running, other] = ['running' as MeetingId, 'other' as MeetingId];
const maker = await liveServer(url);
for (const meeting of [running, other]) await maker.live.log.create(meeting, smallMeeting(meeting));
await maker.close();
const server = await nodeProcess(url, FILES);
afterAll(server.kill);

const page = async (): Promise<number> =>
  (await fetch(`http://127.0.0.1:${server.port}/`, { signal: AbortSignal.timeout(5_000) })).status;

/** Asks at once, and again, as browsers do. */
function crowd(many: number): Caller[] {
  return Array.from({ length: many }, (_, at) => {
    const caller = call(server.port, `crowd${at}`);
    caller.web.on('open', () => caller.tell(joining(other)));
    return caller;
  });
}

test('a process that has too few files for everybody goes on: meetings, pages, and newcomers who wait', async () => {
  const ann = await callIn(server.port, running, 'ann');
  const bob = await callIn(server.port, running, 'bob');
  const callers = crowd(400);
  // Everybody was let in, told to wait, or turned away in words that proxies understand.
  await until(() =>
    expect(
      callers.filter(
        ({ closed, messages }) => closed() === null && !messages.some(({ t }) => t === 'view'),
      ),
    ).toEqual([]),
  );
  const { open } = capacityOf(undefined, FILES);
  const isIn = callers.filter(({ closed }) => closed() === null);
  expect(isIn.length).toBe(open - 2);
  expect(callers.some(({ closed }) => closed() === CLOSE.overloaded)).toBe(true);
  ann.act('say', { key: 'a', text: 'in a full house' });
  await until(() => expect(ann.answered()).toBe(1));
  expect(await page()).toBe(200);

  // Somebody opens connections, as many as go, and says nothing.
  const idle: Socket[] = [];
  for (let each = 0; each < 400; each++) {
    const socket = connect(server.port, '127.0.0.1').on('error', () => socket.destroy());
    idle.push(socket);
  }
  await until(() => expect(idle.some(({ closed }) => closed)).toBe(true));
  expect(server.files()).toBeLessThan(FILES - 20);
  bob.act('say', { key: 'b', text: 'and with that' });
  await until(() => expect(bob.answered()).toBe(1));
  expect([ann.closed(), bob.closed()]).toEqual([null, null]);

  // When they have gone, everything is as before.
  for (const socket of idle) socket.destroy();
  for (const { web } of isIn) web.close();
  await until(() => expect(isIn.every(({ closed }) => closed() !== null)).toBe(true));
  expect(await page()).toBe(200);
  const cy = await callIn(server.port, other, 'cy');
  cy.act('say', { key: 'c', text: 'room again' });
  await until(() => expect(cy.answered()).toBe(1));
  expect(server.end()).toBe(null);
  for (const { web } of [ann, bob, cy]) web.terminate();
});
