import type { CardId, Group, GroupId, Registry } from '@rondo/meeting';
import { sorted } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { group, STEPS_KEPT, type GroupState } from './index.ts';
import { groupOnServer } from './on-server.ts';

const registry: Registry = { seed: seedKind, group };

/** A meeting with cards 1 to `count`, each in a group g1, g2… of its own, being grouped. */
function start(count = 5, kinds: Registry = registry): Sitting {
  const s = sitting(kinds, ['seed', 'group']);
  for (let n = 1; n <= count; n++) {
    s.run(s.host, 'seed', 'lay', { card: `c${n}`, group: `g${n}`, text: `card ${n}` });
  }
  s.finish('seed');
  return s;
}

let steps = 0;
/** Carries out a command under a step of its own; gives the step, or the refusal's code. */
function act(
  s: Sitting,
  name: string,
  args: object,
  who = s.host,
): { step: string; code: string | null } {
  steps += 1;
  const step = `step${steps}`;
  return { step, code: s.refusal(who, 'group', name, { step, ...args }) };
}
const undo = (s: Sitting, step: string) => s.refusal(s.host, 'group', 'undoStep', { step });
const state = (s: Sitting): GroupState => s.phaseOf('group').state as GroupState;
const groupOf = (s: Sitting, id: string): Group | undefined => s.doc.board.groups[id as GroupId];

/** Groups in their order as `id: cards`, with a title where there is one. */
const lines = (s: Sitting): string[] =>
  sorted(s.doc.board.groups).map(
    ([id, { cards, title }]) => `${id}: ${cards.join(' ')}${title === null ? '' : ` “${title}”`}`,
  );

/** Every card is in exactly one group, the group knows it, and no group is empty. */
function isWhole(s: Sitting): boolean {
  const { cards, groups } = s.doc.board;
  const listed = Object.values(groups).flatMap((each) => each.cards);
  return (
    new Set(listed).size === listed.length &&
    listed.length === Object.keys(cards).length &&
    Object.entries(groups).every(
      ([id, each]) =>
        each.cards.length > 0 && each.cards.every((card) => cards[card]?.group === id),
    )
  );
}

describe('a card', () => {
  test('goes into a group; its old group goes with its last card', () => {
    const s = start(3);
    act(s, 'placeCard', { card: 'c1', into: 'g2' });
    expect(lines(s)).toEqual(['g2: c2 c1', 'g3: c3']);
  });

  test('is taken from wherever it is now, not from where somebody saw it', () => {
    const s = start(3);
    const ann = s.enter('Ann');
    act(s, 'placeCard', { card: 'c1', into: 'g2' }, ann);
    expect(act(s, 'placeCard', { card: 'c1', into: 'g3' }).code).toBeNull();
    expect(lines(s)).toEqual(['g2: c2', 'g3: c3 c1']);
  });

  test('follows the card it was dropped on when that was moved away meanwhile', () => {
    const s = start(3);
    act(s, 'mergeGroups', { from: 'g2', into: 'g3' });
    expect(act(s, 'placeCard', { card: 'c1', into: 'g2' }).code).toBe('not-found');
    expect(act(s, 'placeCard', { card: 'c1', into: 'g2', beside: 'c1' }).code).toBe('not-found');
    expect(act(s, 'placeCard', { card: 'c1', into: 'g2', beside: 'c2' }).code).toBeNull();
    expect(lines(s)).toEqual(['g3: c3 c2 c1']);
  });

  test('dropped where it is makes no step', () => {
    const s = start(2);
    act(s, 'placeCard', { card: 'c1', into: 'g1' });
    expect(state(s)).toMatchObject({ steps: {}, taken: 0 });
  });

  test('comes out into a group of its own, behind the one it leaves or where it is put', () => {
    const s = start(4);
    act(s, 'gather', { groups: [{ into: 'g1', cards: ['c2', 'c3'] }] });
    act(s, 'splitCard', { card: 'c2', into: 'n1' });
    act(s, 'splitCard', { card: 'c3', into: 'n2', behind: null });
    expect(lines(s)).toEqual(['n2: c3', 'g1: c1', 'n1: c2', 'g4: c4']);
    act(s, 'splitCard', { card: 'c3', into: 'n3', behind: 'g4' });
    expect(lines(s)).toEqual(['g1: c1', 'n1: c2', 'g4: c4', 'n2: c3']);
    expect(act(s, 'splitCard', { card: 'c1', into: 'g4' }).code).toBe('exists');
    expect(act(s, 'splitCard', { card: 'c9', into: 'n4' }).code).toBe('not-found');
  });

  test('put behind a group that is gone lies behind the one it left', () => {
    const s = start(3);
    act(s, 'placeCard', { card: 'c2', into: 'g1' });
    act(s, 'splitCard', { card: 'c2', into: 'n1', behind: 'g2' });
    expect(lines(s)).toEqual(['g1: c1', 'n1: c2', 'g3: c3']);
  });
});

describe('a group', () => {
  test('goes into another with all cards; of two titles the other’s stays, a lonely one goes along', () => {
    const s = start(4);
    act(s, 'setTitle', { group: 'g1', title: 'One' });
    act(s, 'mergeGroups', { from: 'g1', into: 'g2' });
    expect(lines(s)[0]).toBe('g2: c2 c1 “One”');
    act(s, 'setTitle', { group: 'g3', title: 'Three' });
    act(s, 'mergeGroups', { from: 'g2', into: 'g3' });
    expect(lines(s)).toEqual(['g3: c3 c2 c1 “Three”', 'g4: c4']);
    expect(act(s, 'mergeGroups', { from: 'g2', into: 'g3' }).code).toBe('not-found');
    expect(act(s, 'mergeGroups', { from: 'g3', into: 'g3' }).code).toBeNull();
  });

  test('is put behind another or in front', () => {
    const s = start(3);
    act(s, 'moveGroup', { group: 'g1', behind: 'g3' });
    act(s, 'moveGroup', { group: 'g3', behind: null });
    expect(lines(s)).toEqual(['g3: c3', 'g2: c2', 'g1: c1']);
    expect(act(s, 'moveGroup', { group: 'g1', behind: 'g1' }).code).toBe('not-found');
    expect(act(s, 'moveGroup', { group: 'g9', behind: null }).code).toBe('not-found');
  });

  test('has a title of at most 120 visible characters, or none', () => {
    const s = start(1);
    expect(act(s, 'setTitle', { group: 'g1', title: '😀'.repeat(121) }).code).toBe('too-long');
    expect(act(s, 'setTitle', { group: 'g1', title: '' }).code).toBe('bad-arguments');
    act(s, 'setTitle', { group: 'g1', title: ' Ok ' });
    expect(groupOf(s, 'g1')?.title).toBe('Ok');
    act(s, 'setTitle', { group: 'g1', title: null });
    expect(groupOf(s, 'g1')?.title).toBeNull();
  });
});

describe('gathering', () => {
  test('makes many groups in one step, without the cards that are gone', () => {
    const s = start(5);
    s.run(s.host, 'seed', 'lift', { card: 'c2' });
    const groups = [
      { into: 'n1', cards: ['c1', 'c2', 'c3'], title: 'First' },
      { into: 'n2', cards: ['c2', 'never'], title: 'Nothing left' },
      { into: 'g4', cards: ['c5', 'c5'], title: 'Second' },
    ];
    const { step } = act(s, 'gather', { groups });
    expect(lines(s)).toEqual(['n1: c1 c3 “First”', 'g4: c4 c5 “Second”']);
    expect(undo(s, step)).toBeNull();
    expect(lines(s)).toEqual(['g1: c1', 'g3: c3', 'g4: c4', 'g5: c5']);
  });

  test('keeps a title that somebody gave', () => {
    const s = start(2);
    act(s, 'setTitle', { group: 'g1', title: 'Ours' });
    act(s, 'gather', { groups: [{ into: 'g1', cards: ['c2'], title: 'Suggested' }] });
    expect(lines(s)).toEqual(['g1: c1 c2 “Ours”']);
  });
});

describe('undoing a step', () => {
  test('puts back cards to their places, groups with title and order, votes', () => {
    const s = start(4);
    act(s, 'gather', { groups: [{ into: 'g1', cards: ['c2', 'c3'] }] });
    act(s, 'setTitle', { group: 'g1', title: 'One' });
    const before = lines(s);
    const { step } = act(s, 'mergeGroups', { from: 'g1', into: 'g4' });
    expect(lines(s)).toEqual(['g4: c4 c1 c2 c3 “One”']);
    expect(undo(s, step)).toBeNull();
    expect(lines(s)).toEqual(before);
    expect(undo(s, step)).toBe('stale');
  });

  test('is possible for an older one, as long as nobody has touched the same things since', () => {
    const s = start(4);
    const one = act(s, 'placeCard', { card: 'c1', into: 'g2' });
    const two = act(s, 'placeCard', { card: 'c3', into: 'g4' });
    expect(undo(s, one.step)).toBeNull();
    expect(lines(s)).toEqual(['g1: c1', 'g2: c2', 'g4: c4 c3']);
    act(s, 'placeCard', { card: 'c3', into: 'g2' });
    expect(undo(s, two.step)).toBe('stale');
  });

  test('is stale when a title was given since that would vanish with its group', () => {
    const s = start(2);
    act(s, 'placeCard', { card: 'c2', into: 'g1' });
    const split = act(s, 'splitCard', { card: 'c2', into: 'n1' });
    act(s, 'setTitle', { group: 'n1', title: 'Typed by hand' });
    expect(undo(s, split.step)).toBe('stale');
    expect(lines(s)).toEqual(['g1: c1', 'n1: c2 “Typed by hand”']);
  });

  test('is stale when its card was deleted', () => {
    const s = start(2);
    const { step } = act(s, 'placeCard', { card: 'c2', into: 'g1' });
    s.run(s.host, 'seed', 'lift', { card: 'c2' });
    expect(undo(s, step)).toBe('stale');
  });

  test(`is possible for the last ${STEPS_KEPT}`, () => {
    const s = start(2);
    const all = Array.from(
      { length: STEPS_KEPT + 1 },
      (_, n) => act(s, 'setTitle', { group: 'g1', title: `t${n}` }).step,
    );
    expect(Object.keys(state(s).steps)).toHaveLength(STEPS_KEPT);
    expect(undo(s, all[0]!)).toBe('stale');
    for (const step of all.slice(1).reverse()) expect(undo(s, step)).toBeNull();
    expect(groupOf(s, 'g1')?.title).toBe('t0');
  });
});

describe('closing', () => {
  const onServer: Registry = { seed: seedKind, group: groupOnServer };

  test('seals the cards and forgets the steps; opening again unseals', () => {
    const s = start(2);
    act(s, 'placeCard', { card: 'c1', into: 'g2' });
    expect(s.doc.board.sealed).toBe(false);
    s.finish('group');
    expect(s.doc.board.sealed).toBe(true);
    expect(state(s).steps).toEqual({});
    expect(act(s, 'placeCard', { card: 'c1', into: 'g2' }).code).toBe('not-open');
    s.lead('group');
    expect(s.doc.board.sealed).toBe(false);
  });

  test('gives groups without a title the one their cards suggest, until they are grouped again', () => {
    const s = sitting(onServer, ['seed', 'group']);
    ['Deployment takes ages', 'Slow deployment', 'Lunch was great'].forEach((text, n) =>
      s.run(s.host, 'seed', 'lay', { card: `c${n}`, group: `g${n}`, text }),
    );
    s.finish('seed');
    act(s, 'placeCard', { card: 'c1', into: 'g0' });
    s.finish('group');
    expect(groupOf(s, 'g0')?.title).toMatch(/deploy/i);
    expect(groupOf(s, 'g2')?.title).toBeNull();
    expect(s.outcome().phases.flatMap(({ parts }) => parts)).toMatchObject([
      {
        as: 'topics',
        topics: [{ title: groupOf(s, 'g0')?.title, votes: null }, { title: 'Lunch was great' }],
      },
    ]);
    s.lead('group');
    expect(groupOf(s, 'g0')?.title).toBeNull();
  });

  test('leaves a title alone that somebody chose', () => {
    const s = start(3, onServer);
    act(s, 'placeCard', { card: 'c1', into: 'g2' });
    act(s, 'setTitle', { group: 'g2', title: 'Mine' });
    s.finish('group');
    s.lead('group');
    expect(groupOf(s, 'g2')?.title).toBe('Mine');
  });
});

describe('whatever people do', () => {
  const card = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c9');
  const at = fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g5', 'n1', 'n2', 'n3');
  const title = fc.option(fc.constantFrom('x', 'y'));
  const command = fc.oneof(
    fc.record({
      name: fc.constant('placeCard'),
      args: fc.record({ card, into: at, beside: fc.option(card) }),
    }),
    fc.record({
      name: fc.constant('splitCard'),
      args: fc.record({ card, into: at, behind: fc.option(at) }),
    }),
    fc.record({ name: fc.constant('mergeGroups'), args: fc.record({ from: at, into: at }) }),
    fc.record({ name: fc.constant('setTitle'), args: fc.record({ group: at, title }) }),
    fc.record({
      name: fc.constant('moveGroup'),
      args: fc.record({ group: at, behind: fc.option(at) }),
    }),
    fc.record({
      name: fc.constant('gather'),
      args: fc.record({
        groups: fc.array(
          fc.record({ into: at, cards: fc.array(card, { minLength: 1, maxLength: 4 }), title }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    }),
  );
  const doing = fc.oneof(
    { weight: 6, arbitrary: command },
    { weight: 2, arbitrary: fc.record({ undo: fc.nat({ max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ lift: card }) },
  );

  test('every card stays in exactly one group, no group is empty, none is lost', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 30 }), (doings) => {
        const s = start(6);
        const done: string[] = [];
        let cards = 6;
        for (const each of doings) {
          if ('undo' in each) undo(s, done.at(-1 - each.undo) ?? 'none');
          else if ('lift' in each)
            cards -= Number(s.refusal(s.host, 'seed', 'lift', { card: each.lift }) === null);
          else done.push(act(s, each.name, each.args).step);
          expect(isWhole(s)).toBe(true);
          expect(Object.keys(s.doc.board.cards)).toHaveLength(cards);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('undoing the last steps one by one leads back through the very same boards', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: STEPS_KEPT }), (commands) => {
        const s = start(6);
        const history = commands.map(({ name, args }) => {
          const { cards, groups } = s.doc.board;
          return { step: act(s, name, args).step, cards, groups };
        });
        for (const { step, cards, groups } of history.reverse()) {
          // A command that was refused or did nothing has left no step.
          if (state(s).steps[step as never] === undefined) continue;
          expect(undo(s, step)).toBeNull();
          expect({ cards: s.doc.board.cards, groups: s.doc.board.groups }).toEqual({
            cards,
            groups,
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('votes that were given before grouping are never more or fewer', () => {
    const total = (s: Sitting) =>
      Object.values(s.doc.board.groups).reduce((sum, each) => sum + (each.votes ?? 0), 0);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        const s = start(5);
        const groups = Object.entries(s.doc.board.groups).map(([id, each], n) => [
          id,
          { ...each, votes: n },
        ]);
        (s as { doc: object }).doc = {
          ...s.doc,
          board: { ...s.doc.board, groups: Object.fromEntries(groups) },
        };
        const before = total(s);
        const done = commands.map(({ name, args }) => act(s, name, args).step);
        expect(total(s)).toBe(before);
        for (const step of done.reverse()) undo(s, step);
        expect(total(s)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  test('two people moving the same card end with it in one place, whoever comes first', () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const s = start(3);
      const ann = s.enter('Ann');
      const moves = [
        () => act(s, 'placeCard', { card: 'c1', into: 'g2' }),
        () => act(s, 'placeCard', { card: 'c1', into: 'g3' }, ann),
      ];
      for (const n of order) expect(moves[n]!().code).toBeNull();
      expect(s.doc.board.cards['c1' as CardId]?.group).toBe(order[1] === 1 ? 'g3' : 'g2');
      expect(isWhole(s)).toBe(true);
    }
  });
});
