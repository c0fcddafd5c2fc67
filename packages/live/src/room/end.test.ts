import { describe, expect, test } from 'vitest';
import { person, SMALL, stage } from '../testing/index.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

describe('the end of a meeting', () => {
  test('[R12] empties every hand, keeps the outcome, and forgets the rest', async () => {
    const { clock, log, meeting, node, join } = await stage(breathe);
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, { person: person('bob'), name: 'Bob' })];
    const away = join(node(), { person: person('cy'), name: 'Cy' });
    await clock.advance(100);
    bob.act('hold', { key: 'b', text: 'a secret' });
    away.act('hold', { key: 'c', text: 'another secret' });
    await clock.advance(100);
    ann.act('endMeeting', {}, null);
    ann.act('say', { key: 'late', text: 'too late' });
    await clock.advance(100);

    expect(log.stored(meeting)).not.toContain('secret');
    expect(log.outcome(meeting)?.name).toBe('Retro');
    expect(JSON.stringify(log.entries(meeting))).not.toContain('secret');
    expect(log.entries(meeting)[0]?.seq).toBeGreaterThan(bob.of('p').at(-2)?.s ?? Infinity);
    expect(bob.of('p').find(({ h }) => h?.[0]?.[0].length === 1)).toMatchObject({
      b: expect.arrayContaining([[['status'], 'ended']]),
      h: [[['phases'], {}]],
    });
    expect(
      ann
        .of('p')
        .map(({ n, no }) => [n, no])
        .slice(-2),
    ).toEqual([
      [1, undefined],
      [2, { 2: 'ended' }],
    ]);
    // Another node finds the log burnt and takes what is left.
    expect(away.of('view').at(-1)).toMatchObject({
      board: { status: 'ended' },
      hand: { phases: {} },
    });
  });

  test('[R12] commands that came with the end are looked at after it', async () => {
    const { clock, log, meeting, node, join } = await stage(breathe);
    const ann = join(node(), {});
    await clock.settle();
    ann.act('endMeeting', {}, null);
    ann.act('reopenMeeting', {}, null);
    ann.act('say', { key: 'a', text: 'on we go' });
    await clock.advance(10);
    expect(ann.of('p').map(({ s, n, no }) => [s, n, no])).toEqual([
      [1, 1, undefined],
      [2, 2, undefined],
      [3, 3, undefined],
    ]);
    expect([log.outcome(meeting), log.entries(meeting).length]).toEqual([null, 2]);
  });

  test('[R13] a client that stays goes on with its numbers; one that comes back is unknown', async () => {
    const { clock, node, join, stored } = await stage(breathe);
    const at = node();
    const ann = join(at, {}, { client: 'laptop' });
    await clock.settle();
    ann.act('say', { key: 'a', text: 'one' });
    ann.act('endMeeting', {}, null);
    await clock.settle();
    ann.act('reopenMeeting', {}, null);
    await clock.settle();
    ann.act('say', { key: 'b', text: 'two' });
    await clock.settle();
    expect((await stored()).board.phases[SMALL]?.state).toEqual({ notes: { a: 'one', b: 'two' } });
    ann.act('endMeeting', {}, null);
    await clock.settle();
    const back = join(at, {}, { client: 'laptop' });
    await clock.settle();
    expect(back.of('welcome')).toMatchObject([{ n: 0, no: {} }]);
  });

  test('the server itself can end a meeting that nobody is in', async () => {
    const { clock, log, meeting, node } = await stage(breathe);
    const ended = node().submit(meeting, null, { phase: null, name: 'endMeeting', args: {} });
    await clock.settle();
    expect(await ended).toEqual({ seq: 1 });
    expect(log.outcome(meeting)?.facilitator).toBe('Ann');
  });
});
