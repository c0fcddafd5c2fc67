import { describe, expect, test } from 'vitest';
import { ANN, person, SMALL, stage, type StageOptions } from '../testing/index.ts';
import type { Log } from './ports.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const on = (options?: StageOptions) => stage(breathe, options);

/** Gates in front of a log: an append waits until it is let through, or fails on its way there or back. */
function gated(): {
  through: (log: Log) => Log;
  waiting: () => number;
  let: (how?: 'fail' | 'lose the answer') => void;
} {
  const gates: ((how?: 'fail' | 'lose the answer') => void)[] = [];
  return {
    waiting: () => gates.length,
    let: (how) => gates.shift()?.(how),
    through: (log) => ({
      ...log,
      append: async (entries) => {
        const how = await new Promise<string | undefined>((open) => gates.push(open));
        if (how === 'fail') throw new Error('the database is gone');
        const accepted = await log.append(entries);
        if (how === 'lose the answer') throw new Error('the connection broke');
        return accepted;
      },
    }),
  };
}

describe('commands', () => {
  test('[R3] nobody hears of an entry before it is committed', async () => {
    const { clock, node, join } = await on();
    const gate = gated();
    const ann = join(node(gate.through), {});
    const second = join(node(), { name: 'Ann' });
    await clock.settle();
    ann.act('say', { key: 'a', text: 'hello' });
    await clock.advance(50);
    expect([gate.waiting(), ann.of('p'), second.of('p')]).toEqual([1, [], []]);
    gate.let();
    await clock.advance(50);
    expect(ann.of('p')).toHaveLength(1);
    expect(second.of('p')).toHaveLength(1);
  });

  test('[R4] what arrives in one turn is one entry; what arrives while it is on its way, the next', async () => {
    const { clock, log, meeting, node, join } = await on();
    const gate = gated();
    const ann = join(node(gate.through), {});
    await clock.settle();
    for (const key of ['a', 'b', 'c']) ann.act('say', { key, text: 'one' });
    await clock.settle();
    for (const key of ['d', 'e']) ann.act('say', { key, text: 'two' });
    await clock.settle();
    expect(gate.waiting()).toBe(1);
    gate.let();
    await clock.settle();
    gate.let();
    await clock.settle();
    expect(log.entries(meeting)).toHaveLength(2);
    expect(ann.of('p').map(({ s, n, b }) => [s, n, b?.length])).toEqual([
      [1, 3, 3],
      [2, 5, 2],
    ]);
  });

  test('[R5] a repeat is answered and not carried out', async () => {
    const { clock, node, join, stored } = await on();
    const ann = join(node(), {});
    await clock.settle();
    const again = { t: 'do', n: 1, p: SMALL, c: 'hold', a: { key: 'a', text: 'hi' } } as const;
    ann.tell(again);
    ann.tell(again);
    await clock.settle();
    ann.tell({ ...again, a: { key: 'b', text: 'other' } });
    await clock.settle();
    expect((await stored()).hands[ANN]).toEqual({ phases: { [SMALL]: { notes: { a: 'hi' } } } });
    expect(ann.of('p').map(({ s, n, no }) => [s, n, no])).toEqual([
      [1, 1, undefined],
      [1, 1, undefined],
    ]);
  });

  test('[R5] a number that comes too early is answered `gap` and stays free', async () => {
    const { clock, node, join, stored } = await on();
    const ann = join(node(), {});
    await clock.settle();
    ann.tell({ t: 'do', n: 2, p: SMALL, c: 'say', a: { key: 'b', text: 'two' } });
    await clock.settle();
    expect(ann.of('p')).toEqual([{ t: 'p', s: 0, n: 0, no: { 2: 'gap' } }]);
    ann.tell({ t: 'do', n: 1, p: SMALL, c: 'say', a: { key: 'a', text: 'one' } });
    ann.tell({ t: 'do', n: 2, p: SMALL, c: 'say', a: { key: 'b', text: 'two' } });
    await clock.settle();
    expect((await stored()).board.phases[SMALL]?.state).toEqual({ notes: { a: 'one', b: 'two' } });
  });

  test('[R6] a refusal uses up its number, and later resends cannot succeed', async () => {
    const { clock, node, join, stored } = await on();
    const ann = join(node(), {});
    await clock.settle();
    ann.act('say', { key: 'a', text: 'first' });
    const refused = ann.act('say', { key: 'a', text: 'again' });
    await clock.settle();
    expect(ann.of('p')).toMatchObject([{ s: 1, n: 2, no: { [refused]: 'exists' } }]);
    ann.tell({ t: 'do', n: refused, p: SMALL, c: 'say', a: { key: 'new', text: 'late' } });
    await clock.settle();
    expect((await stored()).board.phases[SMALL]?.state).toEqual({ notes: { a: 'first' } });
  });

  test('[R7] a refused command and one with a defect cost the others of their turn nothing', async () => {
    const { clock, node, join, stored, problems } = await on();
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, { person: person('bob'), name: 'Bob' })];
    await clock.settle();
    ann.act('say', { key: 'a', text: 'before' });
    const failed = ann.act('fail', {});
    const refused = bob.act('show', {});
    const unknown = bob.act('dance', {});
    ann.act('say', { key: 'b', text: 'after' });
    await clock.settle();
    expect((await stored()).board.phases[SMALL]?.state).toEqual({
      notes: { a: 'before', b: 'after' },
    });
    expect(ann.of('p').at(-1)).toMatchObject({ n: 3, no: { [failed]: 'bad-arguments' } });
    expect(bob.of('p').at(-1)).toMatchObject({
      n: 2,
      no: { [refused]: 'not-facilitator', [unknown]: 'unknown-command' },
    });
    expect(problems.map(({ what, detail }) => [what, detail])).toEqual([
      ['command failed', 'small-1 fail'],
    ]);
  });

  test('what was done is told once, without what was refused or repeated, and only when it is committed', async () => {
    const told: string[] = [];
    const { clock, node, join } = await on({
      onEntry: (_, __, ___, done) =>
        told.push(...done.map(({ me, request }) => `${me} ${request.name}`)),
    });
    const gate = gated();
    const ann = join(node(gate.through), {});
    await clock.settle();
    told.length = 0;
    ann.act('say', { key: 'a', text: 'one' });
    ann.act('say', { key: 'a', text: 'refused' });
    ann.tell({ t: 'do', n: 1, p: SMALL, c: 'say', a: { key: 'a', text: 'one' } });
    await clock.settle();
    expect(told).toEqual([]);
    while (gate.waiting() > 0) {
      gate.let();
      await clock.settle();
    }
    expect(told.filter((each) => each.startsWith(ANN))).toEqual([`${ANN} say`]);
  });

  test('[R8] of two nodes that write at once, the later one runs its commands on what the other wrote', async () => {
    const { clock, node, join, stored } = await on({ fate: () => [] });
    const gate = gated();
    const [ann, bob] = [
      join(node(gate.through), {}),
      join(node(), { person: person('bob'), name: 'Bob' }),
    ];
    await clock.settle();
    const first = ann.act('say', { key: 'same', text: 'from Ann' });
    await clock.settle();
    bob.act('say', { key: 'same', text: 'from Bob' });
    await clock.settle();
    while (gate.waiting() > 0) {
      gate.let();
      await clock.advance(10);
    }
    expect((await stored()).board.phases[SMALL]?.state).toEqual({ notes: { same: 'from Bob' } });
    expect(ann.of('p').map(({ s, n, no }) => [s, n, no])).toEqual([
      [1, undefined, undefined],
      [2, undefined, undefined],
      [3, 1, { [first]: 'exists' }],
    ]);
    expect(ann.texts.filter((text) => text.includes('from Ann'))).toEqual([]);
  });

  test('[R8] a node that always comes second gives its commands back as `busy`', async () => {
    const { clock, node, join } = await on({ limits: { conflicts: 3 } });
    const refusing = (log: Log): Log => ({
      ...log,
      append: async (entries) => entries.map(() => false),
    });
    const ann = join(node(refusing), {});
    await clock.settle();
    const n = ann.act('say', { key: 'a', text: 'hello' });
    await clock.advance(500);
    expect(ann.of('p')).toEqual([{ t: 'p', s: 0, n: 0, no: { [n]: 'busy' } }]);
  });

  test.each(['fail', 'lose the answer'] as const)(
    '[R9] when an append does %s, the log decides, and the command is carried out once',
    async (how) => {
      const { clock, log, meeting, node, join, stored } = await on();
      const gate = gated();
      const ann = join(node(gate.through), {});
      await clock.settle();
      ann.act('hold', { key: 'a', text: 'hello' });
      await clock.settle();
      gate.let(how);
      await clock.settle();
      gate.let();
      await clock.advance(10);
      expect((await stored()).hands[ANN]).toEqual({
        phases: { [SMALL]: { notes: { a: 'hello' } } },
      });
      expect(log.entries(meeting)).toHaveLength(1);
      const answers = ann.of('p').map(({ s, n, no }) => [s, n, no]);
      expect(answers[0]).toEqual([1, 1, undefined]);
      expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    },
  );

  test('[R9] a command of the server itself runs once, also when its answer was lost', async () => {
    const { clock, log, meeting, node, join } = await on();
    const gate = gated();
    const at = node(gate.through);
    join(at, {});
    await clock.settle();
    const submitted = at.submit(meeting, ANN, {
      phase: SMALL,
      name: 'hush',
      args: { quiet: true },
    });
    await clock.settle();
    gate.let('lose the answer');
    await clock.advance(10);
    expect(await submitted).toEqual({ seq: 1 });
    expect([log.entries(meeting).length, gate.waiting()]).toEqual([1, 0]);
  });

  test('[R9] while the log is gone, commands wait; when it is back, they are carried out', async () => {
    const { clock, node, join, stored, problems } = await on();
    let isGone = false;
    const reach = <T>(run: () => Promise<T>): Promise<T> =>
      isGone ? Promise.reject(new Error('gone')) : run();
    const ann = join(
      node((log) => ({
        ...log,
        append: (entries) => reach(() => log.append(entries)),
        tail: (...which) => reach(() => log.tail(...which)),
        heads: (which) => reach(() => log.heads(which)),
      })),
      {},
    );
    await clock.settle();
    isGone = true;
    ann.act('say', { key: 'a', text: 'into the dark' });
    await clock.advance(30_000);
    ann.act('say', { key: 'b', text: 'still there?' });
    await clock.advance(30_000);
    expect(ann.of('p')).toEqual([]);
    isGone = false;
    await clock.advance(6_000);
    expect(ann.of('p').at(-1)?.n).toBe(2);
    expect(Object.keys((await stored()).board.phases[SMALL]?.state ?? {})).toEqual(['notes']);
    expect(new Set(problems.map(({ what }) => what))).toEqual(new Set(['log unreachable']));
  });

  test('[R10] more than may wait is answered `busy`, more than a person can do `too-fast`', async () => {
    const { clock, node, join } = await on({
      limits: { queued: 3, commands: { perSecond: 1, burst: 5 } },
    });
    const gate = gated();
    const at = node(gate.through);
    const ann = join(at, {});
    const bob = join(at, { person: person('bob'), name: 'Bob' });
    await clock.settle();
    gate.let();
    await clock.settle();
    bob.act('say', { key: 'x', text: 'on its way' });
    await clock.settle();
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) ann.act('say', { key, text: 'more' });
    expect(gate.waiting()).toBe(1);
    gate.let();
    await clock.settle();
    gate.let();
    await clock.settle();
    const told = Object.assign({}, ...ann.of('p').map(({ no }) => no ?? {}));
    expect(told).toEqual({ 4: 'busy', 5: 'busy', 6: 'too-fast' });
    expect(ann.of('p').at(-1)?.n).toBe(3);
  });

  test('[R11] a snapshot is stored now and then, and when the room is given up', async () => {
    const { clock, log, meeting, node, join } = await on({ limits: { snapshotEvery: 3 } });
    const at = node();
    const ann = join(at, {});
    await clock.settle();
    const noted = (): number => (log.stored(meeting) ?? '').split('"text ').length - 1;
    const counts: number[] = [];
    for (let each = 0; each < 5; each++) {
      ann.act('say', { key: `k${each}`, text: `text ${each}` });
      await clock.settle();
      counts.push(noted());
    }
    expect(counts).toEqual([0, 0, 3, 3, 3]);
    ann.leave();
    await clock.advance(70_000);
    expect([noted(), at.figures().rooms]).toEqual([5, 0]);
  });
});
