import type { Brought, CardId, ParticipantId, Registry } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { agenda, listed, LONGEST_ITEM, MOST_ITEMS, type AgendaState } from './index.ts';

const registry: Registry = { seed: seedKind, agenda };

const BROUGHT: Brought = {
  tasks: [],
  agenda: [
    { id: 'budget', text: 'Budget', note: 'Two numbers', by: 'Ada', pinned: true },
    { id: 'offsite', text: 'Offsite', by: 'Host', person: 'host' as ParticipantId, pinned: false },
  ],
};

const start = (brought: Brought = BROUGHT, settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'agenda', settings }, 'seed'], { brought });
const state = (s: Sitting): AgendaState => s.phaseOf('agenda').state as AgendaState;
const add = (s: Sitting, who: ParticipantId, id: string, text = id) =>
  s.refusal(who, 'agenda', 'addCard', { id, group: `group-${id}`, text });
const texts = (s: Sitting): string[] => listed(s.doc.board, state(s)).map(({ text }) => text);
const partOf = (s: Sitting) => {
  const [part] = s.outcome().phases[0]!.parts;
  return part?.as === 'agenda' ? part : null;
};

describe('an item', () => {
  test('that the team brought along lies on the list in its order, with its note', () => {
    const s = start();
    expect(listed(s.doc.board, state(s))).toMatchObject([
      { id: 'budget', text: 'Budget', note: 'Two numbers', item: { pinned: true } },
      { id: 'offsite', text: 'Offsite', note: '' },
    ]);
    expect(s.doc.board.cards['offsite' as CardId]?.by).toBe(s.host);
  });

  test('waits without a card while the agenda has not been opened', () => {
    const s = sitting(registry, ['seed', 'agenda'], { brought: BROUGHT });
    expect(texts(s)).toEqual(['Budget', 'Offsite']);
    expect(s.doc.board.cards['budget' as CardId]).toBeUndefined();
    s.lead('agenda');
    expect(s.doc.board.cards['budget' as CardId]?.text).toBe('Budget\nTwo numbers');
  });

  test('is a card with a prompt of its own, in a group of its own', () => {
    const s = start();
    expect(add(s, s.host, 'c1', 'Lunch\nWhere?')).toBeNull();
    expect(s.doc.board.cards['c1' as CardId]).toEqual({
      text: 'Lunch\nWhere?',
      phase: 'agenda-1',
      prompt: 'agenda',
      group: 'group-c1',
      by: s.host,
    });
    expect(texts(s)).toEqual(['Budget', 'Offsite', 'Lunch']);
  });

  test('has a first line of at most 120 visible characters', () => {
    const s = start();
    expect(add(s, s.host, 'c1', '😀'.repeat(LONGEST_ITEM + 1))).toBe('too-long');
    expect(add(s, s.host, 'c1', '😀'.repeat(LONGEST_ITEM))).toBeNull();
    expect(add(s, s.host, 'c1')).toBe('exists');
    expect(add(s, s.host, 'c2', ' \n')).toBe('bad-arguments');
  });

  test('is changed and taken away by whoever put it there, or who steers', () => {
    const s = start();
    const ann = s.enter('Ann');
    add(s, ann, 'c1');
    const bo = s.enter('Bo');
    expect(s.refusal(bo, 'agenda', 'editCard', { id: 'c1', text: 'x' })).toBe('not-yours');
    expect(s.refusal(bo, 'agenda', 'deleteCard', { id: 'c1' })).toBe('not-yours');
    expect(s.refusal(ann, 'agenda', 'editCard', { id: 'c1', text: 'better' })).toBeNull();
    expect(s.refusal(s.host, 'agenda', 'deleteCard', { id: 'c1' })).toBeNull();
    expect(texts(s)).toEqual(['Budget', 'Offsite']);
    expect(s.doc.board.groups).not.toHaveProperty('group-c1');
  });

  test('stays as it is once topics are voted on or discussed', () => {
    const s = start();
    s.finish('agenda');
    (s as { doc: object }).doc = { ...s.doc, board: { ...s.doc.board, sealed: true } };
    expect(add(s, s.host, 'c1')).toBe('sealed');
    expect(s.refusal(s.host, 'agenda', 'deleteCard', { id: 'budget' })).toBe('sealed');
    expect(s.refusal(s.host, 'agenda', 'pinItem', { item: 'budget', pinned: false })).toBeNull();
  });

  test('is one of at most so many', () => {
    const s = start();
    for (let n = 2; n < MOST_ITEMS; n++) add(s, s.host, `c${n}`);
    expect(add(s, s.host, 'late')).toBe('full');
  });

  test('is pinned and moved by members, not by guests', () => {
    const s = start();
    const guest = s.enter('Kim', { role: 'guest' });
    const pin = { item: 'offsite', pinned: true };
    expect(s.refusal(guest, 'agenda', 'pinItem', pin)).toBe('not-allowed');
    expect(s.refusal(s.host, 'agenda', 'pinItem', pin)).toBeNull();
    expect(state(s).items['offsite' as CardId]?.pinned).toBe(true);
    const move = { item: 'offsite', behind: null };
    expect(s.refusal(guest, 'agenda', 'moveItem', move)).toBe('not-allowed');
    expect(s.refusal(s.host, 'agenda', 'moveItem', move)).toBeNull();
    expect(texts(s)).toEqual(['Offsite', 'Budget']);
  });
});

test('later phases take the items in the order of the agenda', () => {
  const s = start();
  add(s, s.host, 'c1');
  s.run(s.host, 'agenda', 'moveItem', { item: 'c1', behind: null });
  s.finish('agenda');
  const inOrder = Object.values(s.doc.board.groups)
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .flatMap(({ cards }) => cards);
  expect(inOrder).toEqual(['c1', 'budget', 'offsite']);
});

test('two agendas in one meeting share what was brought along', () => {
  const s = sitting(registry, ['agenda', 'agenda'], { brought: BROUGHT });
  s.finish('agenda-1');
  expect(s.phaseOf('agenda-2').status).toBe('open');
  expect((s.phaseOf('agenda-2').state as AgendaState).items).toEqual({});
});

describe('walking through the agenda', () => {
  test('goes item by item; two clicks never end two, and what was done can be taken up again', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(s.refusal(ann, 'agenda', 'openItem', { item: 'budget' })).toBe('not-facilitator');
    s.run(s.host, 'agenda', 'openItem', { item: 'budget' });
    s.run(s.host, 'agenda', 'finishItem', { item: 'budget' });
    expect(state(s).current).toBe('offsite');
    expect(s.refusal(s.host, 'agenda', 'finishItem', { item: 'budget' })).toBe('stale');
    s.run(s.host, 'agenda', 'finishItem', { item: 'offsite' });
    expect(state(s).current).toBeNull();
    s.run(s.host, 'agenda', 'openItem', { item: 'budget' });
    expect(state(s)).toMatchObject({ current: 'budget', items: { budget: { done: false } } });
  });

  test('ends the countdown with its item', () => {
    const s = start(BROUGHT, { minutesPerItem: 5 });
    s.run(s.host, 'agenda', 'openItem', { item: 'budget' });
    s.run(s.host, null, 'startTimer', { phase: s.phase('agenda'), seconds: 300 });
    s.run(s.host, 'agenda', 'finishItem', { item: 'budget' });
    expect(s.doc.board.timer).toBeNull();
  });

  test('goes on with the next item when the present one is taken away', () => {
    const s = start();
    s.run(s.host, 'agenda', 'openItem', { item: 'budget' });
    s.run(s.host, 'agenda', 'deleteCard', { id: 'budget' });
    expect(state(s).current).toBe('offsite');
  });
});

describe('the outcome', () => {
  test('says what was talked about, who put it there, and what was taken off', () => {
    const s = start();
    add(s, s.enter('Ann'), 'c1', 'Lunch\nWhere?');
    s.run(s.host, 'agenda', 'openItem', { item: 'budget' });
    s.run(s.host, 'agenda', 'finishItem', { item: 'budget' });
    s.run(s.host, 'agenda', 'openItem', { item: 'c1' });
    s.run(s.host, 'agenda', 'deleteCard', { id: 'offsite' });
    s.end();
    expect(partOf(s)).toEqual({
      as: 'agenda',
      items: [
        { id: 'budget', text: 'Budget', note: 'Two numbers', by: 'Ada', pinned: true, done: true },
        { id: 'c1', text: 'Lunch', note: 'Where?', by: 'Ann', pinned: false, done: true },
      ],
      removed: ['offsite'],
    });
  });
});
