import type { Command, Op } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import {
  bench,
  person,
  SMALL,
  smallKinds,
  type Bench,
  type BenchOptions,
} from '../testing/index.ts';
import type { Answer } from './index.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

async function inside(options: Partial<BenchOptions> = {}): Promise<Bench> {
  const it = bench({ breathe, ...options });
  it.latest().letIn();
  await it.clock.settle();
  return it;
}

const say = (it: Bench, key: string): Promise<Answer> => {
  // The kind that these tests play with has this command.
  const command = smallKinds['small']?.commands['say'] as Command;
  return it.client.send(SMALL, command, { key, text: `text of ${key}` });
};

const numbers = (wire: { dos: () => { n: number }[] }): number[] => wire.dos().map(({ n }) => n);
const note = (key: string): Op => [['phases', SMALL, 'state', 'notes', key], `text of ${key}`];

const keysIn = ({ client }: Bench): string[] => {
  const state = client.getState().view?.board.phases[SMALL]?.state;
  return Object.keys((state as { notes: object } | undefined)?.notes ?? {}).sort();
};

describe('answers', () => {
  test('[C5] what is unanswered is sent again after a reconnect, in order, and nothing that is answered', async () => {
    const it = await inside();
    const first = say(it, 'a');
    void say(it, 'b');
    void say(it, 'c');
    await it.clock.settle();
    it.latest().close();
    expect(it.client.getState()).toMatchObject({ status: { is: 'offline' }, unsent: 3 });
    await it.clock.advance(200);
    it.latest().letIn({ n: 1, s: 1 });
    expect(await first).toBe('done');
    expect(numbers(it.latest())).toEqual([2, 3]);
  });

  test('[C16] a server that hears everything and answers nothing is noticed within 2 s, and forgiven with its answer', async () => {
    const it = await inside();
    void say(it, 'a');
    await it.clock.advance(1_900);
    expect(it.client.getState().late).toBe(false);
    await it.clock.advance(200);
    expect(it.client.getState()).toMatchObject({ status: { is: 'live' }, late: true });
    it.latest().entry(1, { n: 1 });
    expect(it.client.getState().late).toBe(false);
    // Each has the same time, however long the one before took.
    void say(it, 'b');
    await it.clock.advance(1_900);
    expect(it.client.getState().late).toBe(false);
  });

  test('[C16] nothing is late that could not even be sent', async () => {
    const it = await inside();
    void say(it, 'a');
    await it.clock.advance(2_500);
    it.latest().close();
    expect(it.client.getState()).toMatchObject({ status: { is: 'offline' }, late: false });
  });

  test('[C5] what was answered meanwhile is shown until its entry has arrived', async () => {
    const it = await inside();
    void say(it, 'a');
    await it.clock.settle();
    it.latest().close();
    await it.clock.advance(200);
    it.latest().letIn({ n: 1, s: 2 });
    expect(it.client.getState().waiting).toEqual([]);
    expect(keysIn(it)).toEqual(['a']);
    it.latest().entry(1);
    expect(keysIn(it)).toEqual(['a']);
    it.latest().entry(2, { b: [note('a')] });
    expect(keysIn(it)).toEqual(['a']);
    expect(it.client.getState().view).toBe(it.client.getState().base);
  });

  test('[C5] at most 32 travel at a time', async () => {
    const it = await inside();
    for (let index = 0; index < 40; index++) void say(it, `k${index}`);
    await it.clock.settle();
    expect(numbers(it.latest()).length).toBe(32);
    it.latest().entry(1, { n: 5 });
    expect(numbers(it.latest()).at(-1)).toBe(37);
  });

  test.each(['busy', 'too-fast'] as const)(
    '[C5] `%s` is no answer: the same comes again after a pause',
    async (code) => {
      const it = await inside();
      const answers = [say(it, 'a'), say(it, 'b')];
      await it.clock.settle();
      it.latest().entry(0, { n: 0, no: { 1: code, 2: 'gap' } });
      await it.clock.advance(500);
      expect(numbers(it.latest())).toEqual([1, 2]);
      await it.clock.advance(600);
      expect(numbers(it.latest())).toEqual([1, 2, 1, 2]);
      it.latest().entry(1, { n: 2 });
      expect(await Promise.all(answers)).toEqual(['done', 'done']);
    },
  );

  test('[C6] a refusal is kept for the first who listens', async () => {
    const it = await inside({ deaf: true });
    void say(it, 'a');
    await it.clock.settle();
    it.latest().entry(1, { n: 1, no: { 1: 'not-open' } });
    expect(keysIn(it)).toEqual([]);
    const heard: unknown[] = [];
    it.client.onRefused((each) => heard.push(each.code));
    it.client.onRefused((each) => heard.push(each.code));
    expect(heard).toEqual(['not-open']);
  });

  test('[C8] a server that is behind for a moment has forgotten nothing', async () => {
    const it = await inside();
    void say(it, 'a');
    await it.clock.settle();
    it.latest().entry(1, { n: 1, b: [note('a')] });
    const second = say(it, 'b');
    it.latest().close();
    await it.clock.advance(200);
    it.latest().letIn({ n: 0, s: 0 });
    await it.clock.advance(3_900);
    expect(numbers(it.latest())).toEqual([]);
    await it.clock.advance(200);
    it.latest().letIn({ n: 1, s: 1 });
    expect(numbers(it.latest())).toEqual([2]);
    it.latest().entry(2, { n: 2, b: [note('b')] });
    expect(await second).toBe('done');
  });

  test('[C8] a server that was behind is trusted as soon as it has caught up', async () => {
    const it = await inside();
    void say(it, 'a');
    await it.clock.settle();
    it.latest().entry(1, { n: 1, b: [note('a')] });
    const second = say(it, 'b');
    it.latest().close();
    await it.clock.advance(200);
    const connection = it.latest();
    connection.letIn({ n: 0, s: 0 });
    connection.entry(1, { n: 1, b: [note('a')] });
    await it.clock.settle();
    expect(numbers(connection)).toEqual([2]);
    connection.entry(2, { n: 2, b: [note('b')] });
    expect(await second).toBe('done');
    // And nothing is asked again for it.
    await it.clock.advance(5_000);
    expect(it.latest()).toBe(connection);
  });

  test('[C8] a server that still does not know gives back what waits, and the client takes a new id', async () => {
    const it = await inside();
    void say(it, 'a');
    await it.clock.settle();
    it.latest().entry(1, { n: 1, b: [note('a')] });
    const second = say(it, 'b');
    it.latest().close();
    await it.clock.advance(200);
    it.latest().letIn({ n: 0, s: 1 });
    await it.clock.advance(4_100);
    it.latest().letIn({ n: 0, s: 1 });
    expect(await second).toBe('stale');
    void say(it, 'c');
    it.latest().letIn({ n: 0, s: 1 });
    await it.clock.settle();
    expect(it.latest().join()).toMatchObject({ client: 'client2' });
    expect(it.latest().dos()).toMatchObject([{ n: 1, a: { key: 'c' } }]);
  });

  test('[C8] what was made before the numbers began anew is given back at once', async () => {
    const it = await inside();
    const answer = say(it, 'a');
    await it.clock.settle();
    it.latest().close();
    await it.clock.advance(200);
    it.latest().letIn({ n: 0, s: 9, from: 8 });
    expect(await answer).toBe('stale');
    expect(it.refused.map(({ code }) => code)).toEqual(['stale']);
  });

  test('[C14] greeted as somebody else the client stops and sends nothing', async () => {
    const it = await inside();
    it.latest().close();
    void say(it, 'a');
    await it.clock.advance(200);
    it.latest().letIn({ me: person('bob') });
    await it.clock.advance(20_000);
    expect(it.client.getState().status).toEqual({ is: 'closed', why: 'signedOut' });
    expect(numbers(it.latest())).toEqual([]);
  });
});
