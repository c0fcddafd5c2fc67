import type { CardId, ParticipantId, Registry } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, type CollectHand, type CollectState } from './index.ts';

const registry: Registry = { seed: seedKind, collect };
const prompts = [
  { id: 'good', title: { en: 'Good', de: 'Gut' }, hue: 'moss' },
  { id: 'bad', title: 'Bad', hue: 'clay' },
];
const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'collect', settings: { prompts, ...settings } }, 'seed']);
const state = (s: Sitting): CollectState => s.phaseOf('collect').state as CollectState;
const hand = (s: Sitting, who: ParticipantId): CollectHand =>
  (s.view(who).hand.phases[s.phase('collect')] as CollectHand | undefined) ?? {
    held: {},
    mine: {},
  };
const write = (s: Sitting, who: ParticipantId, id: string, text = id, prompt = 'good') =>
  s.refusal(who, 'collect', 'addCard', { id, group: `group-${id}`, prompt, text });
const cards = (s: Sitting) =>
  s.doc.board.cards as Record<string, { text: string; by?: string; prompt: string }>;

describe('a card', () => {
  test('lies face down in the hand; the board knows how many by prompt, never whose', () => {
    const s = start();
    const ann = s.enter('Ann');
    write(s, ann, 'c1', 'A secret');
    write(s, s.host, 'c2', 'Another', 'bad');
    expect(cards(s)).toEqual({});
    expect(state(s).faceDown).toEqual({ good: 1, bad: 1 });
    const { people: _, ...rest } = s.doc.board;
    expect(JSON.stringify(rest)).not.toMatch(/secret|c1|person-1/);
  });

  test('is edited, moved to another prompt and deleted by its author while it is held', () => {
    const s = start();
    write(s, s.host, 'c1');
    s.run(s.host, 'collect', 'editCard', { id: 'c1', text: 'better' });
    s.run(s.host, 'collect', 'movePrompt', { id: 'c1', prompt: 'bad' });
    expect(hand(s, s.host).held).toEqual({ c1: { text: 'better', prompt: 'bad' } });
    expect(state(s).faceDown).toEqual({ good: 0, bad: 1 });
    s.run(s.host, 'collect', 'deleteCard', { id: 'c1' });
    expect(hand(s, s.host).held).toEqual({});
    expect(state(s).faceDown).toEqual({ good: 0, bad: 0 });
  });

  test('of somebody else cannot be reached at all', () => {
    const s = start();
    const ann = s.enter('Ann');
    write(s, s.host, 'c1');
    expect(s.refusal(ann, 'collect', 'editCard', { id: 'c1', text: 'x' })).toBe('not-found');
    s.finish('collect');
    expect(s.refusal(ann, 'collect', 'editCard', { id: 'c1', text: 'x' })).toBe('not-yours');
    expect(s.refusal(ann, 'collect', 'deleteCard', { id: 'c1' })).toBe('not-yours');
    expect(s.refusal(s.host, 'collect', 'editCard', { id: 'c1', text: 'mine' })).toBeNull();
    expect(s.refusal(s.host, 'collect', 'deleteCard', { id: 'c1' })).toBeNull();
    expect(cards(s)).toEqual({});
    expect(s.doc.board.groups).toEqual({});
  });

  test('of another phase stays as it is, whoever wrote it', () => {
    const collecting = { kind: 'collect', settings: { prompts } };
    const s = sitting(registry, [collecting, collecting, 'seed']);
    write(s, s.host, 'c1', 'of the first');
    s.finish('collect');
    const second = s.doc.board.flow[1] ?? '';
    for (const command of ['editCard', 'deleteCard']) {
      expect(s.refusal(s.host, second, command, { id: 'c1', text: 'x' }), command).toBe(
        'not-found',
      );
    }
    expect(cards(s)['c1']).toMatchObject({ text: 'of the first' });
  });

  test('answers a prompt that is there, in at most 2,000 visible characters', () => {
    const s = start();
    expect(write(s, s.host, 'c1', 'x', 'other')).toBe('not-found');
    expect(write(s, s.host, 'c1', '😀'.repeat(2_001))).toBe('too-long');
    expect(write(s, s.host, 'c1', '  ')).toBe('bad-arguments');
    expect(write(s, s.host, 'c1', '😀'.repeat(2_000))).toBeNull();
    expect(write(s, s.host, 'c1')).toBe('exists');
  });

  test('comes late straight to the board, anonymous or named as the phase is', () => {
    const s = start();
    s.finish('collect');
    expect(write(s, s.host, 'c1')).toBeNull();
    expect(cards(s)['c1']).toEqual({
      text: 'c1',
      phase: 'collect-1',
      prompt: 'good',
      group: 'group-c1',
    });
    expect(hand(s, s.host).mine).toEqual({ c1: true });
    const named = start({ anonymous: false });
    named.finish('collect');
    write(named, named.host, 'c1');
    expect(cards(named)['c1']?.by).toBe(named.host);
  });

  test('is one of at most 100 in a hand', () => {
    const s = start();
    for (let n = 0; n < 100; n++) write(s, s.host, `c${n}`);
    expect(write(s, s.host, 'late')).toBe('full');
  });

  test('stays as it is once grouping has closed', () => {
    const s = start();
    write(s, s.host, 'c1');
    s.finish('collect');
    const sealed = { ...s.doc, board: { ...s.doc.board, sealed: true } };
    (s as { doc: object }).doc = sealed;
    expect(write(s, s.host, 'c2')).toBe('sealed');
    expect(s.refusal(s.host, 'collect', 'editCard', { id: 'c1', text: 'x' })).toBe('sealed');
    expect(s.refusal(s.host, 'collect', 'deleteCard', { id: 'c1' })).toBe('sealed');
    s.lead('collect');
    expect(write(s, s.host, 'c2')).toBeNull();
  });
});

describe('the reveal', () => {
  test('shuffles: the order of the groups does not follow who wrote when', () => {
    const orders = new Set(
      Array.from({ length: 10 }, (_, seed) => {
        const s = sitting(registry, [{ kind: 'collect', settings: { prompts } }], { seed });
        for (let n = 0; n < 6; n++) write(s, s.host, `c${n}`);
        s.finish('collect');
        return Object.values(s.doc.board.groups)
          .sort((a, b) => (a.order < b.order ? -1 : 1))
          .flatMap((each) => each.cards)
          .join();
      }),
    );
    expect(orders.size).toBeGreaterThan(5);
  });

  test('puts names to cards only where the phase is named', () => {
    for (const anonymous of [true, false]) {
      const s = start({ anonymous });
      const ann = s.enter('Ann');
      write(s, ann, 'c1');
      s.finish('collect');
      expect(cards(s)['c1']?.by).toBe(anonymous ? undefined : ann);
      expect(collect.quiet(s.phaseOf('collect'))).toBe(anonymous);
    }
  });

  test('cannot be stopped by a card id that is held twice or lies on the board already', () => {
    const s = start();
    const ann = s.enter('Ann');
    write(s, s.host, 'same', 'one');
    write(s, ann, 'same', 'two');
    expect(s.refusal(s.host, null, 'finishPhase', { phase: s.phase('collect') })).toBeNull();
    expect(
      Object.values(cards(s))
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['one', 'two']);
    for (const who of [s.host, ann]) {
      const [id] = Object.keys(hand(s, who).mine);
      expect(s.refusal(who, 'collect', 'editCard', { id, text: `${who} again` })).toBeNull();
    }
    s.lead('collect');
    expect(write(s, s.enter('Eve'), 'same')).toBe('exists');
  });

  test('is not undone by opening again; more cards can be written face down', () => {
    const s = start();
    write(s, s.host, 'c1');
    s.finish('collect');
    s.lead('collect');
    write(s, s.host, 'c2');
    expect(Object.keys(cards(s))).toEqual(['c1']);
    expect(state(s).faceDown).toEqual({ good: 1 });
    s.run(s.host, 'collect', 'editCard', { id: 'c1', text: 'edited' });
    s.finish('collect');
    expect(
      Object.values(cards(s))
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['c2', 'edited']);
  });

  test('also happens to cards of somebody who was shown out', () => {
    const s = start();
    const ann = s.enter('Ann');
    write(s, ann, 'c1');
    s.run(s.host, null, 'removePerson', { person: ann });
    s.finish('collect');
    expect(Object.keys(cards(s))).toEqual(['c1']);
  });
});

describe('anonymity', () => {
  test('is granted at any time, and taken away only while nobody has written', () => {
    const s = start();
    const set = (anonymous: boolean) => s.refusal(s.host, 'collect', 'setAnonymous', { anonymous });
    const ann = s.enter('Ann');
    expect(s.refusal(ann, 'collect', 'setAnonymous', { anonymous: false })).toBe('not-facilitator');
    expect(set(false)).toBeNull();
    expect(set(true)).toBeNull();
    write(s, ann, 'c1');
    expect(set(false)).toBe('stale');
    s.finish('collect');
    s.lead('collect');
    expect(set(false)).toBe('stale');
  });

  test('granted late takes the names off the cards that lie open', () => {
    const s = start({ anonymous: false });
    const ann = s.enter('Ann');
    write(s, ann, 'c1');
    s.finish('collect');
    s.lead('collect');
    s.run(s.host, 'collect', 'setAnonymous', { anonymous: true });
    expect(cards(s)['c1']?.by).toBeUndefined();
    expect(s.refusal(ann, 'collect', 'editCard', { id: 'c1', text: 'still mine' })).toBeNull();
  });
});

describe('the outcome', () => {
  test('has the cards by prompt, with names where they were named', () => {
    const s = start({ anonymous: false });
    write(s, s.enter('Ann'), 'c1', 'Lunch');
    s.end();
    expect(s.outcome().phases[0]!.parts).toEqual([
      {
        as: 'cards',
        columns: [
          { prompt: { en: 'Good', de: 'Gut' }, cards: [{ text: 'Lunch', by: 'Ann' }] },
          { prompt: 'Bad', cards: [] },
        ],
      },
    ]);
  });
});

describe('settings', () => {
  test('have one to twelve prompts with different ids and known colours', () => {
    const many = Array.from({ length: 13 }, (_, n) => ({ id: `p${n}`, title: 'x', hue: 'sky' }));
    for (const bad of [
      [],
      many,
      [prompts[0], prompts[0]],
      [{ ...prompts[0], hue: 'pink' }],
      [{ ...prompts[0], odd: 1 }],
    ]) {
      expect(() => start({ prompts: bad })).toThrow('prompts');
    }
  });
});

describe('whatever people write', () => {
  const id = fc.constantFrom('c1', 'c2', 'c3', 'c4');
  const prompt = fc.constantFrom('good', 'bad', 'other');
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        who: fc.nat({ max: 2 }),
        name: fc.constantFrom('addCard', 'editCard', 'deleteCard', 'movePrompt'),
        id,
        prompt,
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom('finish', 'lead' as const) },
  );

  test('the number of cards face down is right, and what is on the board or in a hand is what was written', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const s = start();
        const people = [s.host, s.enter('Ann'), s.enter('Bo')];
        const kept = new Map<string, string>();
        acts.forEach((each, n) => {
          if (each === 'finish')
            s.refusal(s.host, null, 'finishPhase', { phase: s.phase('collect') });
          else if (each === 'lead') s.lead('collect');
          else {
            // Everybody uses ids of their own, as honest clients do.
            const card = `${each.id}-${each.who}`;
            const args = { id: card, prompt: each.prompt, text: `t${n}`, group: `group-${n}` };
            const done = s.refusal(people[each.who]!, 'collect', each.name, args) === null;
            if (done && each.name === 'deleteCard') kept.delete(card);
            if (done && (each.name === 'addCard' || each.name === 'editCard'))
              kept.set(card, `t${n}`);
          }
          const found = new Map(Object.entries(cards(s)).map(([card, { text }]) => [card, text]));
          const down: Record<string, number> = { good: 0, bad: 0 };
          for (const who of people) {
            for (const [card, held] of Object.entries(hand(s, who).held)) {
              found.set(card, held.text);
              down[held.prompt]! += 1;
            }
            for (const card of Object.keys(hand(s, who).mine))
              expect(cards(s)[card as CardId]).toBeDefined();
          }
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(kept));
          expect({ good: 0, bad: 0, ...state(s).faceDown }).toEqual(down);
        });
      }),
      { numRuns: 300 },
    );
  });
});
