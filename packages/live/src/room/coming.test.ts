import type { ClientId } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { PROTOCOL } from '../messages/index.ts';
import { person, SMALL, stage, type StageOptions } from '../testing/index.ts';
import type { Log } from './ports.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const on = (options?: StageOptions) => stage(breathe, options);
const BOB = { person: person('bob'), name: 'Bob' } as const;

describe('coming', () => {
  test('[R20] anything before `join`, and a second `join`, is malformed', async () => {
    const { clock, meeting, node, join } = await on();
    const at = node();
    const second = join(at, {});
    await clock.settle();
    second.tell({ t: 'join', v: PROTOCOL, meeting, client: 'c' as ClientId });
    await clock.settle();
    expect(second.closedFor()).toBe('malformed');
  });

  test.each([
    [PROTOCOL - 1, null],
    [PROTOCOL - 2, 'clientTooOld'],
    [PROTOCOL + 1, 'serverTooOld'],
  ])('[R20] protocol version %i gets %s', async (v, why) => {
    const { clock, meeting, node, connect } = await on();
    const player = connect(node(), {});
    player.tell({ t: 'join', v, meeting, client: 'c' as ClientId });
    await clock.settle();
    expect(player.closedFor()).toBe(why);
  });

  test('[R20] many who come at once load the meeting once', async () => {
    const { clock, node, join } = await on();
    let loads = 0;
    const at = node((log) => ({
      ...log,
      load: async (meeting) => {
        loads++;
        return log.load(meeting);
      },
    }));
    const people = Array.from({ length: 30 }, (_, each) =>
      join(at, { person: person(`p${each}`), name: `Person ${each}` }),
    );
    await clock.settle();
    expect(loads).toBe(1);
    expect(people.map((each) => each.of('view').length)).toEqual(people.map(() => 1));
  });

  test('[R20] what was sent ahead of being let in runs after it', async () => {
    const { clock, node, join, stored } = await on();
    const bob = join(node(), BOB);
    bob.act('say', { key: 'b', text: 'already' });
    await clock.settle();
    expect((await stored()).board.phases[SMALL]?.state).toEqual({ notes: { b: 'already' } });
    expect(bob.messages().map(({ t }) => t)).toEqual(['welcome', 'view', 'p']);
  });

  test('[R20] when the log cannot be reached, come back later', async () => {
    const { clock, node, join, problems } = await on();
    const at = node((log) => ({ ...log, load: () => Promise.reject(new Error('gone')) }));
    const bob = join(at, BOB);
    await clock.settle();
    expect([bob.closedFor(), problems.map(({ what }) => what)]).toEqual([
      'overloaded',
      ['join failed'],
    ]);
    expect(bob.of('bye')[0]?.afterMs).toBeGreaterThan(500);
  });

  test('[R21] who comes back gets what they missed, hands included, and nothing twice', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB, { client: 'tab' })];
    await clock.settle();
    bob.act('hold', { key: 'b', text: 'mine' });
    await clock.settle();
    const since = bob.of('p').at(-1)?.s ?? 0;
    const elsewhere = join(at, BOB);
    bob.leave();
    await clock.settle();
    ann.act('say', { key: 'a', text: 'hello' });
    elsewhere.act('hold', { key: 'c', text: 'mine too' });
    await clock.settle();
    const back = join(at, BOB, { client: 'tab', since });
    const current = join(at, BOB, { since: since + 1 });
    const strange = join(at, BOB, { since: 0 });
    await clock.settle();
    expect(back.of('view')).toEqual([]);
    expect(back.of('p').map(({ s, b, h }) => [s, Boolean(b), Boolean(h)])).toEqual([
      [since + 1, true, true],
    ]);
    expect(back.of('welcome')).toMatchObject([{ n: 1, s: since + 1 }]);
    expect([current.of('view'), current.of('p')]).toEqual([[], []]);
    expect(strange.of('p').map(({ s }) => s)).toEqual([1, 2, 3]);
  });

  test('[R21] after too long there is no list of what was missed, but the whole', async () => {
    const { clock, node, join } = await on({ limits: { recent: 3 } });
    const at = node();
    const ann = join(at, {});
    await clock.settle();
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      ann.act('say', { key, text: 'hello' });
      await clock.settle();
    }
    const [near, far] = [join(at, {}, { since: 2 }), join(at, {}, { since: 1 })];
    await clock.settle();
    expect(near.of('p').map(({ s }) => s)).toEqual([3, 4, 5]);
    expect([far.of('p'), far.of('view').map(({ s }) => s)]).toEqual([[], [5]]);
  });

  test('[R21] who has seen more than this node makes it catch up first', async () => {
    const { clock, node, join } = await on({ fate: () => [] });
    const [one, two] = [node(), node()];
    const ann = join(one, {});
    join(two, BOB);
    await clock.settle();
    await clock.advance(10_000);
    ann.act('say', { key: 'a', text: 'hello' });
    await clock.settle();
    const since = ann.of('p').at(-1)?.s ?? 0;
    const moved = join(two, {}, { since });
    await clock.settle();
    expect([moved.of('welcome')[0]?.s, moved.of('view')]).toEqual([since, []]);
  });

  test('[R21] a number nobody can have seen gets the whole view', async () => {
    const { clock, node, join } = await on();
    const player = join(node(), {}, { since: 999 });
    await clock.advance(100);
    expect(player.of('view').map(({ s }) => s)).toEqual([0]);
  });

  test('[R22] welcome says what was answered, and what was refused', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const ann = join(at, {}, { client: 'tab' });
    await clock.settle();
    ann.act('say', { key: 'a', text: 'one' });
    ann.act('say', { key: 'a', text: 'again' });
    await clock.settle();
    ann.leave();
    const back = join(at, {}, { client: 'tab' });
    await clock.settle();
    expect(back.of('welcome')).toMatchObject([{ me: 'ann', s: 1, n: 2, no: { 2: 'exists' } }]);
  });

  test('a new name is on the board from the next visit on', async () => {
    const { clock, node, join, stored } = await on();
    const at = node();
    join(at, BOB);
    await clock.settle();
    join(at, { ...BOB, name: '  Robert ' });
    await clock.settle();
    expect((await stored()).board.people[BOB.person]?.name).toBe('Robert');
  });
});

describe('between nodes', () => {
  test('[R23] with every hint lost, others still see each entry, in order and once', async () => {
    const { clock, node, join } = await on({ fate: () => [] });
    const [ann, bob] = [join(node(), {}), join(node(), BOB)];
    await clock.advance(5_000);
    for (const key of ['a', 'b', 'c']) {
      ann.act('say', { key, text: 'hello' });
      await clock.settle();
    }
    expect(bob.of('p')).toHaveLength(0);
    await clock.advance(3_500);
    expect(bob.of('p').map(({ s }) => s)).toEqual([2, 3, 4]);
  });

  test('[R23] hints that come late, twice and in a mess do no harm', async () => {
    let each = 0;
    const { clock, node, join } = await on({ fate: () => [(++each * 37) % 90, (each * 53) % 90] });
    const [ann, bob] = [join(node(), {}), join(node(), BOB)];
    await clock.advance(5_000);
    for (let at = 0; at < 20; at++) {
      ann.act('say', { key: `k${at}`, text: 'hello' });
      await clock.advance(15);
    }
    await clock.advance(4_000);
    const seen = bob.of('p').map(({ s }) => s);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, at) => at + 2));
    expect(seen).toHaveLength(20);
  });

  test('[R23] an answer that another node gave is passed on', async () => {
    const { clock, node, join } = await on();
    let open = (): void => undefined;
    const slowly = (log: Log): Log => ({
      ...log,
      append: async (entries) => {
        await new Promise<void>((resume) => (open = resume));
        return log.append(entries);
      },
    });
    const first = join(node(slowly), {}, { client: 'tab' });
    await clock.settle();
    first.act('say', { key: 'a', text: 'hello' });
    await clock.settle();
    first.leave();
    const moved = join(node(), {}, { client: 'tab', since: 0 });
    await clock.settle();
    expect(moved.of('welcome')[0]?.n).toBe(0);
    open();
    await clock.advance(10);
    expect(moved.of('p').map(({ s, n }) => [s, n])).toEqual([[1, 1]]);
  });

  test('[R26] a node that drains asks its connections to move, serves them meanwhile, then closes them', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const people = Array.from({ length: 20 }, (_, each) =>
      join(at, { person: person(`p${each}`), name: `Person ${each}` }),
    );
    await clock.settle();
    const drained = at.drain(100);
    await clock.advance(90);
    expect(people.filter((each) => each.of('bye').length > 0)).toHaveLength(10);
    expect(people.filter((each) => each.closedFor())).toHaveLength(0);
    const late = join(at, BOB);
    await clock.settle();
    expect(late.closedFor()).toBe('restart');
    people[0]?.act('say', { key: 'a', text: 'still served' });
    await clock.settle();
    expect(people[0]?.of('p').at(-1)?.n).toBe(1);
    people.slice(0, 15).forEach((each) => each.leave());
    await clock.advance(6_000);
    expect(await drained).toEqual({ moved: 20, cut: 5, longestMs: expect.any(Number) });
    expect(people.slice(15).map((each) => each.closedFor())).toEqual(Array(5).fill('restart'));
  });

  test('[R26] who steers a meeting with a running timer is asked last', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const ann = join(at, {});
    await clock.settle();
    const others = Array.from({ length: 20 }, (_, each) =>
      join(at, { person: person(`p${each}`), name: `Person ${each}` }),
    );
    ann.act('startTimer', { phase: SMALL, seconds: 60 }, null);
    await clock.settle();
    const drained = at.drain(100);
    await clock.advance(190);
    expect(others.filter((each) => each.of('bye').length === 0)).toHaveLength(0);
    expect(ann.of('bye')).toHaveLength(0);
    await clock.advance(50);
    expect(ann.of('bye')).toHaveLength(1);
    [ann, ...others].forEach((each) => each.leave());
    await clock.advance(100);
    expect(await drained).toMatchObject({ moved: 21, cut: 0 });
  });

  test('[R25] what is no message closes that connection, and only that', async () => {
    const { clock, node, connect, join, problems } = await on();
    const at = node();
    const ann = join(at, {});
    await clock.settle();
    const nonsense = ['', 'x', '[]', 'null', '{}', '{"t":"dance"}', '{"t":"do","n":0}', '1e999'];
    const bad = nonsense.map((text) => {
      const player = connect(at, BOB);
      player.write(text);
      return player;
    });
    ann.act('say', { key: 'a', text: 'hello' });
    await clock.settle();
    expect(bad.map((each) => each.closedFor())).toEqual(nonsense.map(() => 'malformed'));
    expect([ann.closedFor(), ann.of('p').at(-1)?.n, problems]).toEqual([null, 1, []]);
  });

  test('[R10] a flood of messages closes that connection', async () => {
    const { clock, node, join } = await on({ limits: { messages: { perSecond: 10, burst: 50 } } });
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.settle();
    for (let each = 0; each < 60; each++) bob.tell({ t: 'ping' });
    await clock.settle();
    expect([bob.closedFor(), ann.closedFor()]).toEqual(['tooFast', null]);
  });

  test('a person is shown out on all nodes, and a poke reaches those who may hear of it', async () => {
    const { clock, meeting, node, join } = await on();
    const [one, two] = [node(), node()];
    const ann = join(one, { topics: ['team:1'] });
    const bob = join(two, { ...BOB, topics: ['team:1', 'team:2'] });
    await clock.advance(10);
    one.poke('team:2');
    two.poke('team:1');
    one.kick(meeting, BOB.person, 'notFound');
    await clock.advance(10);
    expect([ann.closedFor(), bob.closedFor()]).toEqual([null, 'notFound']);
    expect(ann.of('poke').map(({ topic }) => topic)).toEqual(['team:1']);
    expect(bob.of('poke').map(({ topic }) => topic)).toEqual(['team:1', 'team:2']);
  });
});
