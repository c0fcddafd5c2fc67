import { describe, expect, test } from 'vitest';
import { CLOSE, type CloseReason } from '../messages/index.ts';
import { ANN, bench, person, SMALL, type Bench, type BenchOptions } from '../testing/index.ts';
import { backoff } from './backoff.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

async function inside(options: Partial<BenchOptions> = {}): Promise<Bench> {
  const it = bench({ breathe, ...options });
  it.latest().letIn();
  await it.clock.settle();
  return it;
}

const status = ({ client }: Bench) => client.getState().status;

describe('gaps', () => {
  test('[C7] an entry too far ahead makes it join again with what it has, and the old connection goes on until then', async () => {
    const it = await inside();
    it.latest().entry(1);
    it.latest().entry(3);
    expect(it.wires.length).toBe(2);
    const [old, fresh] = it.wires;
    expect(old?.isClosed()).toBe(false);
    fresh?.letIn({ s: 3 });
    expect(fresh?.join()).toMatchObject({ since: 1 });
    expect(old?.isClosed()).toBe(true);
    fresh?.entry(2);
    fresh?.entry(3);
    expect(it.client.getState().seq).toBe(3);
  });

  test('[C7] an entry that is known already is ignored', async () => {
    const it = await inside();
    it.latest().entry(1, { b: [[['name'], 'Once']] });
    it.latest().entry(2, { b: [[['name'], 'Twice']] });
    it.latest().entry(1, { b: [[['name'], 'Once']] });
    expect(it.client.getState().view?.board.name).toBe('Twice');
    expect(it.client.getState().seq).toBe(2);
  });

  test('[C7] a patch that does not fit makes it ask for everything', async () => {
    const it = await inside();
    it.latest().entry(1, { b: [[['nothing', 'here'], 1]] });
    it.latest().letIn({ s: 1 });
    expect(it.latest().join()?.since).toBeUndefined();
    expect(it.client.getState().seq).toBe(1);
  });

  test('[C7] a head that stays ahead for two beats makes it join again', async () => {
    const it = await inside();
    const beat = { t: 'beat', s: 4, time: it.clock.now() } as const;
    it.latest().say(beat);
    expect(it.wires.length).toBe(1);
    it.latest().say(beat);
    expect(it.wires.length).toBe(2);
  });
});

describe('coming back', () => {
  test('[C9] waits at random, within 100 ms at first, within 2 s for a while, within 10 s at last', () => {
    const bounds = [0, 1, 2, 3, 7, 30].map((attempt) => backoff(attempt, () => 1));
    expect(bounds).toEqual([100, 200, 400, 800, 2_000, 10_000]);
    expect(backoff(5, () => 0)).toBe(0);
  });

  test('[C9] doubles the wait with every failure, and starts anew after 5 s that went well', async () => {
    const it = await inside({ random: () => 1 });
    const waits: number[] = [];
    for (let failure = 0; failure < 4; failure++) {
      const { length } = it.wires;
      const from = it.clock.now();
      it.latest().close();
      while (it.wires.length === length) await it.clock.advance(10);
      waits.push(it.clock.now() - from);
    }
    expect(waits).toEqual([100, 200, 400, 800]);
    it.latest().letIn();
    await it.clock.advance(5_000);
    it.latest().close();
    const { length } = it.wires;
    await it.clock.advance(100);
    expect(it.wires.length).toBe(length + 1);
  });

  test('[C9] leaves a server that restarts only when the next one has let it in', async () => {
    const it = await inside();
    const [old] = it.wires;
    old?.say({ t: 'bye', why: 'restart', afterMs: 0 });
    await it.clock.advance(100);
    expect(it.wires.length).toBe(2);
    old?.entry(1);
    expect(it.client.getState()).toMatchObject({ status: { is: 'live' }, seq: 1 });
    expect(old?.isClosed()).toBe(false);
    it.latest().letIn({ s: 1 });
    expect(old?.isClosed()).toBe(true);
    expect(status(it)).toEqual({ is: 'live' });
  });

  test('[C9] never looks like being signed out while servers are gone', async () => {
    const it = await inside();
    it.latest().close(1006);
    for (let second = 0; second < 60; second++) {
      await it.clock.advance(1_000);
      if (!it.latest().isClosed()) it.latest().close(1006);
      expect(status(it).is).toBe('offline');
    }
    it.client.wake();
    it.latest().letIn();
    expect(status(it)).toEqual({ is: 'live' });
  });

  const comesBack: Record<CloseReason, boolean> = {
    restart: true,
    overloaded: true,
    tooBig: true,
    malformed: true,
    serverTooOld: true,
    tooFast: true,
    tooSlow: true,
    signedOut: false,
    notFound: false,
    removed: false,
    clientTooOld: false,
    locked: false,
    ended: false,
  };

  test.each(Object.entries(comesBack) as [CloseReason, boolean][])(
    '[C9] closed for %s: comes back is %s',
    async (why, isBack) => {
      const it = await inside();
      it.latest().close(CLOSE[why]);
      await it.clock.advance(20_000);
      expect(it.wires.length > 1).toBe(isBack);
      if (isBack) {
        it.latest().letIn();
        // Too slow: what it has may be worth nothing.
        expect(it.latest().join()?.since).toBe(why === 'tooSlow' ? undefined : 0);
        expect(status(it)).toEqual({ is: 'live' });
      } else expect(status(it)).toEqual({ is: 'closed', why });
    },
  );

  test('[C9] waits as long as an overloaded server asks for', async () => {
    const it = await inside();
    it.latest().say({ t: 'bye', why: 'overloaded', afterMs: 7_000 });
    await it.clock.advance(6_900);
    expect(it.wires.length).toBe(1);
    await it.clock.advance(300);
    expect(it.wires.length).toBe(2);
  });

  test('[C9] says until when it waits for room, also where a full server has no word for it', async () => {
    const it = bench({ breathe, random: () => 0 });
    const away = { t: 'bye', why: 'overloaded', afterMs: 7_000 } as const;
    it.latest().say(away);
    const at = it.clock.now();
    expect(status(it)).toEqual({ is: 'full', nextAt: at + 7_000 });
    await it.clock.advance(7_000);
    it.latest().close(1006);
    expect(status(it)).toMatchObject({ is: 'full' });
    await it.clock.advance(100);
    it.latest().letIn();
    await it.clock.settle();
    expect(status(it)).toEqual({ is: 'live' });
    it.latest().say(away);
    expect(status(it)).toEqual({
      is: 'offline',
      why: 'overloaded',
      nextAt: it.clock.now() + 7_000,
    });
  });

  test('[C9] waiting for room is no failure: each wait is as long as the server says', async () => {
    const it = bench({ breathe, random: () => 1 });
    for (let wait = 0; wait < 6; wait++) {
      const { length } = it.wires;
      it.latest().say({ t: 'bye', why: 'overloaded', afterMs: 5_000 });
      await it.clock.advance(5_100);
      expect(it.wires.length).toBe(length + 1);
    }
  });

  test('[C9] malformed twice in a row stops', async () => {
    const it = await inside();
    it.latest().close(CLOSE.malformed);
    await it.clock.advance(1_000);
    it.latest().letIn();
    it.latest().close(CLOSE.malformed);
    expect(status(it)).toEqual({ is: 'closed', why: 'malformed' });
  });
});

describe('silence', () => {
  test('[C11] is asked about after 10 s, and given up after 4 more', async () => {
    const it = await inside();
    await it.clock.advance(9_900);
    expect(it.latest().sent.at(-1)?.t).toBe('join');
    await it.clock.advance(200);
    expect(it.latest().sent.at(-1)).toEqual({ t: 'ping' });
    expect(status(it)).toEqual({ is: 'live' });
    await it.clock.advance(4_000);
    expect(it.wires[0]?.isClosed()).toBe(true);
    expect(it.wires.length).toBe(2);
  });

  test('[C11] that is answered is fine', async () => {
    const it = await inside();
    for (let round = 0; round < 5; round++) {
      await it.clock.advance(10_100);
      it.latest().say({ t: 'beat', s: 0, time: it.clock.now() });
    }
    expect(it.wires.length).toBe(1);
  });

  test('[C11] a device that woke up asks first', async () => {
    const it = await inside();
    it.client.wake();
    expect(it.latest().sent.at(-1)).toEqual({ t: 'ping' });
    await it.clock.advance(2_600);
    expect(it.wires[0]?.isClosed()).toBe(true);
  });
});

describe('the fleeting lane', () => {
  const nows = (it: Bench) => it.latest().sent.filter((each) => each.t === 'now');

  test('[C12] carries the latest only, ten times a second, when it has changed', async () => {
    const it = await inside();
    for (let index = 0; index < 100; index++) {
      it.client.tell({ at: SMALL, typing: `k${Math.floor(index / 10)}` });
      await it.clock.advance(10);
    }
    expect(nows(it).length).toBeGreaterThan(8);
    expect(nows(it).length).toBeLessThanOrEqual(11);
    expect(nows(it).at(-1)).toMatchObject({ typing: 'k9' });
    const { length } = nows(it);
    it.client.tell({ at: SMALL, typing: 'k9' });
    await it.clock.advance(1_000);
    expect(nows(it).length).toBe(length);
  });

  test('[C12] a new connection hears it anew', async () => {
    const it = await inside();
    it.client.tell({ at: SMALL });
    it.latest().close();
    await it.clock.advance(200);
    it.latest().letIn();
    expect(nows(it)).toMatchObject([{ at: SMALL }]);
  });

  test('[C12] others are shown, oneself is not', async () => {
    const it = await inside();
    const [bob, cleo] = [person('bob'), person('cleo')];
    const at = { at: SMALL };
    const writing = { [SMALL]: ['a'] };
    it.latest().say({ t: 'here', all: true, people: { [ANN]: at, [bob]: at }, writing });
    it.latest().say({ t: 'here', people: { [cleo]: { at: null } } });
    expect(it.client.getState().people).toEqual({ bob: at, cleo: { at: null } });
    expect(it.client.getState().writing).toEqual(writing);
    it.latest().say({ t: 'here', people: { [bob]: null }, writing: {} });
    expect(it.client.getState().people).toEqual({ cleo: { at: null } });
    expect(it.client.getState().writing).toEqual({});
  });
});

test('[C13] time is the server’s, as the fastest message told it', async () => {
  const it = bench({ breathe });
  const ahead = 60_000;
  it.latest().letIn({ time: it.clock.now() + ahead - 40 });
  expect(it.client.serverTime() - it.clock.now()).toBe(ahead - 40);
  it.latest().say({ t: 'beat', s: 0, time: it.clock.now() + ahead - 5 });
  it.latest().say({ t: 'beat', s: 0, time: it.clock.now() + ahead - 900 });
  expect(it.client.serverTime() - it.clock.now()).toBe(ahead - 5);
});
