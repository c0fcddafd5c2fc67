import { CLOSE, PROTOCOL } from '@rondo/live/messages';
import { smallMeeting } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { newId } from './machine.ts';
import { call, callIn, isOpen, joining, until, type Caller } from './testing/caller.ts';
import { liveServer } from './testing/live-server.ts';
import { worker } from './testing/swarm.ts';

const CAPACITY = 40;
const [running, other] = ['running' as MeetingId, 'other' as MeetingId];
const server = await liveServer(await freshDatabase(), { maxConnections: CAPACITY });
const { live, port } = server;
afterAll(server.close);
for (const meeting of [running, other]) await live.log.create(meeting, smallMeeting(meeting));

/** Calls and asks to be let in; resolves when told either way. */
async function ask(meeting: MeetingId, who: string): Promise<Caller> {
  const caller = call(port, who);
  await isOpen(caller);
  caller.tell(joining(meeting));
  await until(() => expect(caller.messages.length).toBeGreaterThan(0));
  return caller;
}
const isIn = ({ messages }: Caller): boolean => messages[0]?.t === 'welcome';
const people = Array.from({ length: 80 }, (_, at) => `p${at}`);

test('[R31] over the limit newcomers are told when to come back, and nobody inside notices', async () => {
  const inside = await Promise.all(
    people.slice(0, CAPACITY - 1).map((who) => callIn(port, running, who)),
  );
  const ann = await callIn(port, running, 'ann');
  const late = await Promise.all(people.slice(CAPACITY).map((who) => ask(other, who)));

  expect(late.filter(isIn)).toEqual([]);
  for (const { messages } of late)
    expect(messages).toEqual([{ t: 'bye', why: 'overloaded', afterMs: expect.any(Number) }]);
  const waits = late.flatMap(({ messages: [bye] }) => (bye?.t === 'bye' ? [bye.afterMs] : []));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(3_000);
  expect(new Set(waits).size).toBeGreaterThan(20);
  await until(() => expect(late.map(({ closed }) => closed())).not.toContain(null));
  expect(new Set(late.map(({ closed }) => closed()))).toEqual(new Set([CLOSE.overloaded]));
  expect(live.figures()).toMatchObject({ capacity: CAPACITY, expectedBack: 40 });
  expect(live.figures().turnedAwayFor.full).toBe(40);

  const from = performance.now();
  ann.act('say', { key: 'a', text: 'still here' });
  await until(() => expect(ann.answered()).toBe(1));
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(inside.map(({ closed }) => closed())).toEqual(inside.map(() => null));

  // Who loses the socket of a running meeting comes back, also while others take every place.
  const again = await Promise.all(people.slice(0, 3).map((who) => ask(running, who)));
  expect(again.every(isIn)).toBe(true);
  // Somebody who was never in that meeting is no returning person, whatever they say they have seen.
  const claims = call(port, 'p70');
  await isOpen(claims);
  claims.tell({ t: 'join', v: PROTOCOL, meeting: running, client: newId<'client'>(), since: 0 });
  await until(() => expect(claims.closed()).toBe(CLOSE.overloaded));
  for (const each of [...inside, ...again, ann]) each.web.terminate();
  await until(() => expect(live.figures().connections).toBe(0));
});

test('when somebody leaves, one who waits comes in by itself within the time that was said', async () => {
  const inside = await Promise.all(
    people.slice(0, CAPACITY).map((who) => callIn(port, running, who)),
  );
  const late = worker('late', other, () => [port]);
  await until(() => expect(late.client.getState().status.is).toBe('full'));
  const { status } = late.client.getState();
  const wait = status.is === 'full' ? status.nextAt - performance.now() : 0;
  expect(wait).toBeGreaterThan(2_000);
  inside[0]?.web.close();
  const from = performance.now();
  await until(() => expect(late.client.getState().status.is).toBe('live'));
  expect(performance.now() - from).toBeLessThan(wait + 1_000);
  late.client.close();
  for (const each of inside) each.web.terminate();
  await until(() => expect(live.figures().connections).toBe(0));
});

test('streams are told the same as sockets', async () => {
  const inside = await Promise.all(
    people.slice(0, CAPACITY).map((who) => callIn(port, running, who)),
  );
  const id = 'a-name-that-nobody-can-guess';
  const stream = await fetch(`http://127.0.0.1:${port}/live/stream?id=${id}`, {
    headers: { cookie: 'who=stranger' },
  });
  await fetch(`http://127.0.0.1:${port}/live/send?id=${id}`, {
    method: 'POST',
    body: JSON.stringify(joining(other)),
  });
  expect(await stream.text()).toMatch(/^data: \{"t":"bye","why":"overloaded","afterMs":\d{4,}\}/m);
  for (const each of inside) each.web.terminate();
});
