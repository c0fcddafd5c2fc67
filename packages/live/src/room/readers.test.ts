import { describe, expect, test } from 'vitest';
import { ANN, person, SMALL, stage, type Player, type StageOptions } from '../testing/index.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const on = (options?: StageOptions) => stage(breathe, options);
const BOB = { person: person('bob'), name: 'Bob' } as const;
const CY = { person: person('cy'), name: 'Cy' } as const;
const GUEST = { person: person('guest'), name: 'Guest', role: 'guest' } as const;

/** What reached this connection of the log, without the fleeting lane. */
const frames = ({ texts }: Player): string[] => texts.filter((text) => text.startsWith('{"t":"p"'));

describe('who sees what', () => {
  test('[R14] what is in a hand reaches its owner, and everybody else gets an empty frame', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const [ann, annAgain, bob] = [join(at, {}), join(at, {}), join(at, BOB)];
    await clock.settle();
    const before = frames(bob).length;
    ann.act('hold', { key: 'a', text: 'a secret' });
    await clock.settle();
    expect(frames(ann).at(-1)).toContain('a secret');
    expect(frames(annAgain).at(-1)).toContain('a secret');
    expect(frames(annAgain).at(-1)).not.toContain('"n":');
    expect(frames(bob).slice(before)).toEqual(['{"t":"p","s":2}']);
    expect(bob.texts.join()).not.toContain('secret');
  });

  test('[R14] the facilitator sees no more than anybody else', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.settle();
    bob.act('hold', { key: 'b', text: 'a secret' });
    await clock.settle();
    const late = join(at, {});
    await clock.settle();
    expect(ann.texts.join() + late.texts.join()).not.toContain('secret');
  });

  test('[R15] those who may see the same get the same bytes, also from another node', async () => {
    const { clock, node, join } = await on();
    const [one, two] = [node(), node()];
    const bob = join(one, BOB);
    await clock.advance(100);
    const [cy, dee] = [join(one, CY), join(two, { person: person('dee'), name: 'Dee' })];
    await clock.advance(100);
    const [seen, seenElsewhere] = [frames(cy).length, frames(dee).length];
    bob.act('say', { key: 'a', text: 'größer "quoted" 👩‍💻' });
    bob.act('hold', { key: 'b', text: 'a secret' });
    await clock.advance(100);
    expect(frames(cy).slice(seen)).toHaveLength(1);
    expect(frames(dee).slice(seenElsewhere)).toEqual(frames(cy).slice(seen));
  });

  test('[R16] an answer outside of an entry carries nothing but the answer', async () => {
    const { clock, node, join } = await on();
    const ann = join(node(), {});
    await clock.settle();
    ann.tell({ t: 'do', n: 5, p: SMALL, c: 'say', a: { key: 'a', text: 'early' } });
    await clock.settle();
    expect(ann.of('p')).toEqual([{ t: 'p', s: 0, n: 0, no: { 5: 'gap' } }]);
  });

  test('[R17] the lobby shows the name of the meeting and nothing else, until somebody is admitted', async () => {
    const { clock, node, join } = await on({ plan: { guests: 'lobby' } });
    const at = node();
    const ann = join(at, {});
    const guest = join(at, GUEST);
    await clock.settle();
    ann.act('say', { key: 'a', text: 'among us' });
    ann.tell({ t: 'now', at: SMALL, typing: 'here' });
    guest.act('say', { key: 'g', text: 'let me in' });
    guest.tell({ t: 'ping' });
    await clock.advance(60_000);
    const waited = guest.messages();
    expect(waited[0]).toEqual({ t: 'lobby', name: 'Retro' });
    expect(waited.slice(1).every((each) => each.t === 'beat' && each.s === 0)).toBe(true);
    expect(ann.texts.join()).not.toContain('let me in');
    ann.act('admit', { person: GUEST.person }, null);
    await clock.advance(500);
    expect(guest.of('welcome')).toHaveLength(1);
    expect(guest.of('view')[0]?.board.phases[SMALL]?.state).toEqual({ notes: { a: 'among us' } });
    // What was sent from the lobby runs now.
    expect(guest.of('p').at(-1)?.n).toBe(1);
  });

  test('[R17] who still waits when the meeting ends is told so, on every node, and comes back to no lobby', async () => {
    const { clock, node, join } = await on({ plan: { guests: 'lobby' } });
    const [one, two] = [node(), node()];
    const ann = join(one, {});
    const [here, elsewhere] = [join(one, GUEST), join(two, GUEST)];
    await clock.advance(100);
    expect([here, elsewhere].map((each) => each.of('lobby').length)).toEqual([1, 1]);
    ann.act('endMeeting', {}, null);
    await clock.advance(1_000);
    expect([here.closedFor(), elsewhere.closedFor(), ann.closedFor()]).toEqual([
      'ended',
      'ended',
      null,
    ]);
    const again = join(one, GUEST);
    await clock.advance(100);
    expect(again.closedFor()).toBe('ended');
    expect(again.of('view')).toEqual([]);
  });

  test('[R18] somebody who is removed hears no more, and does not come back', async () => {
    const { clock, node, join } = await on();
    const [one, two] = [node(), node()];
    const ann = join(one, {});
    const [bob, bobElsewhere] = [join(one, BOB), join(two, BOB)];
    await clock.advance(100);
    const before = [frames(bob).length, frames(bobElsewhere).length];
    ann.act('removePerson', { person: BOB.person }, null);
    bob.act('say', { key: 'b', text: 'but' });
    await clock.advance(100);
    expect([bob.closedFor(), bobElsewhere.closedFor()]).toEqual(['removed', 'removed']);
    expect([frames(bob).length, frames(bobElsewhere).length]).toEqual(before);
    expect(bob.messages().at(-1)).toEqual({ t: 'bye', why: 'removed', afterMs: 0 });
    const back = join(two, BOB);
    await clock.advance(100);
    expect([back.closedFor(), back.of('view')]).toEqual(['removed', []]);
  });

  test('[R19] a locked meeting turns newcomers away and takes those back who have been in', async () => {
    const { clock, node, join } = await on();
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.settle();
    ann.act('setLocked', { locked: true }, null);
    bob.leave();
    await clock.settle();
    const [back, fresh] = [join(at, { ...BOB, name: 'Bobby' }), join(at, CY)];
    await clock.settle();
    expect([back.closedFor(), back.of('view').length]).toEqual([null, 1]);
    expect([fresh.closedFor(), fresh.of('view').length]).toEqual(['locked', 0]);
  });

  test('whoever was not in a meeting that has ended is told so, and a stranger that there is none', async () => {
    const { clock, meeting, node, join } = await on();
    const at = node();
    void at.submit(meeting, null, { phase: null, name: 'endMeeting', args: {} });
    await clock.settle();
    const [bob, guest, ann] = [join(at, BOB), join(at, GUEST), join(at, {})];
    await clock.settle();
    expect([bob.closedFor(), guest.closedFor(), ann.closedFor()]).toEqual(['ended', 'ended', null]);
  });

  test('a guest where guests are not let in learns nothing of the meeting', async () => {
    const { clock, node, join } = await on();
    const guest = join(node(), GUEST);
    await clock.settle();
    expect(guest.messages()).toEqual([{ t: 'bye', why: 'notFound', afterMs: 0 }]);
  });
});

describe('slow readers', () => {
  const limits = { slowBytes: 2_000, deafBytes: 8_000, drainedBytes: 500 };
  const long = 'x'.repeat(900);

  test('[R24] get no more changes, and the whole view once they have caught up', async () => {
    const { clock, node, join } = await on({ limits });
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    const before = frames(bob).length;
    bob.stall(true);
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      ann.act('say', { key, text: long });
      await clock.settle();
    }
    bob.tell({ t: 'do', n: 1, p: SMALL, c: 'hold', a: { key: 'mine', text: 'kept' } });
    await clock.advance(1_000);
    bob.stall(false);
    await clock.advance(500);
    expect(frames(bob).length - before).toBeLessThan(5);
    const view = bob.of('view').at(-1);
    expect([view?.s, view?.hand.phases[SMALL]]).toEqual([7, { notes: { mine: 'kept' } }]);
    expect(bob.messages().find((each) => each.t === 'p' && each.n === 1)).toBeDefined();
    expect(ann.of('p')).toHaveLength(7);
    ann.act('say', { key: 'f', text: 'and on' });
    await clock.settle();
    expect(bob.of('p').at(-1)?.s).toBe(8);
  });

  test('[R24] are closed beyond the last limit, and nobody else notices', async () => {
    const { clock, node, join } = await on({ limits });
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    bob.stall(true);
    bob.send('y'.repeat(9_000));
    ann.act('say', { key: 'a', text: 'hello' });
    await clock.advance(300);
    expect([bob.closedFor(), ann.closedFor()]).toEqual(['tooSlow', null]);
    expect(ann.of('p').at(-1)?.n).toBe(1);
  });

  test('[R24] are not closed while they take something, however slowly', async () => {
    const { clock, node, join } = await on({ limits });
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    bob.stall(true);
    for (let each = 0; each < 6; each++)
      bob.send(JSON.stringify({ t: 'poke', topic: 'y'.repeat(400) }));
    ann.act('say', { key: 'a', text: 'hello' });
    for (let each = 0; each < 6; each++) {
      await clock.advance(8_000);
      bob.trickle();
    }
    await clock.advance(1_000);
    bob.stall(false);
    expect([bob.closedFor(), bob.of('view').at(-1)?.s]).toEqual([null, 2]);
  });

  test('[R24] are closed when they have taken nothing for 10 s', async () => {
    const { clock, node, join } = await on({ limits });
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    bob.stall(true);
    bob.send('y'.repeat(3_000));
    ann.act('say', { key: 'a', text: 'hello' });
    await clock.advance(9_500);
    expect(bob.closedFor()).toBe(null);
    await clock.advance(1_000);
    expect(bob.closedFor()).toBe('tooSlow');
  });

  test('[R30] hear nothing of the fleeting lane, and all of it once they have caught up', async () => {
    const { clock, node, join } = await on({ limits });
    const at = node();
    const [ann, bob] = [join(at, {}), join(at, BOB)];
    await clock.advance(500);
    bob.stall(true);
    bob.send(JSON.stringify({ t: 'poke', topic: 'y'.repeat(700) }));
    for (const typing of ['a', 'b', 'c']) {
      ann.tell({ t: 'now', at: SMALL, typing });
      await clock.advance(200);
    }
    const heard = bob.of('here').length;
    bob.stall(false);
    await clock.advance(300);
    expect(bob.of('here').slice(heard)).toEqual([
      {
        t: 'here',
        all: true,
        people: { [ANN]: { at: SMALL, typing: 'c' }, bob: { at: null } },
        writing: {},
      },
    ]);
  });
});
