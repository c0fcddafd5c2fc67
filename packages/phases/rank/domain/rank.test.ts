import type { ParticipantId, Registry } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { rank, type RankState } from './index.ts';

const registry: Registry = { seed: seedKind, rank };
const items = ['apples', 'pears', 'plums'].map((id) => ({ id, title: id }));

const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'rank', settings: { items, ...settings } }]);
const state = (s: Sitting): RankState => s.phaseOf('rank').state as RankState;
const order = (s: Sitting, who: ParticipantId, ...ids: string[]) =>
  s.refusal(who, 'rank', 'setOrder', { order: ids });
const places = (s: Sitting) =>
  Object.fromEntries(
    Object.entries(state(s).result?.items ?? {}).map(([id, { place }]) => [id, place]),
  );

describe('orders', () => {
  test('stay in hands and are one by Borda count; the same sum is the same place', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(order(s, s.host, 'apples', 'pears', 'plums')).toBeNull();
    expect(order(s, ann, 'pears', 'apples', 'plums')).toBeNull();
    expect(state(s)).toMatchObject({ answers: 2, result: null });
    s.finish('rank');
    expect(places(s)).toEqual({ apples: 1, pears: 1, plums: 3 });
    expect(state(s).result?.items['apples']?.order).toEqual({ points: 1.5, best: 1, worst: 2 });
  });

  test('that leave something out give it a share of their last places', () => {
    const s = start();
    order(s, s.host, 'plums');
    s.finish('rank');
    expect(places(s)).toEqual({ apples: null, pears: null, plums: 1 });
    expect(order(s, s.host, 'plums')).toBe('not-open');
  });

  test('hold what is there, once', () => {
    const s = start();
    expect(order(s, s.host, 'apples', 'apples')).toBe('bad-arguments');
    expect(order(s, s.host, 'nuts')).toBe('not-found');
    expect(s.refusal(s.host, 'rank', 'setSpot', { item: 'apples', spot: { x: 0, y: 0 } })).toBe(
      'not-allowed',
    );
  });

  test('go on from the hands when everybody ranks again', () => {
    const s = start();
    order(s, s.host, 'plums', 'pears', 'apples');
    s.run(s.host, 'rank', 'revealRanking');
    expect(order(s, s.host, 'apples')).toBe('stale');
    s.run(s.host, 'rank', 'rankAgain');
    expect(state(s)).toMatchObject({ answers: 1, result: null });
  });

  test('of burnt hands stay as they are', () => {
    const s = start();
    order(s, s.host, 'plums', 'pears', 'apples');
    s.end();
    s.run(s.host, null, 'reopenMeeting');
    expect(places(s)).toEqual({ plums: 1, pears: 2, apples: 3 });
  });
});

describe('places on two axes', () => {
  const axes = { x: { label: 'Effort', better: 'low' }, y: { label: 'Impact' } };

  test('are the median, and the list begins in the better corner', () => {
    const s = start({ axes });
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    [0.1, 0.2, 0.9].forEach((x, index) => {
      s.run(people[index]!, 'rank', 'setSpot', { item: 'apples', spot: { x, y: 0.8 } });
    });
    s.run(s.host, 'rank', 'setSpot', { item: 'pears', spot: { x: 0.9, y: 0.1 } });
    s.finish('rank');
    expect(state(s).result?.items['apples']).toMatchObject({
      place: 1,
      answers: 3,
      spot: { x: 0.2, y: 0.8, xs: [0.15, 0.55] },
    });
    expect(places(s)).toEqual({ apples: 1, pears: 2, plums: null });
  });
});

describe('topics', () => {
  function withTopics(settings: object): Sitting {
    const s = sitting(registry, ['seed', { kind: 'rank', settings }]);
    for (const each of ['a', 'b', 'c'])
      s.run(s.host, 'seed', 'lay', { card: `card-${each}`, group: each, text: each });
    s.finish('seed');
    return s;
  }

  test('are items, and take the order that comes out where that is wanted', () => {
    const s = withTopics({ applyToTopics: true });
    expect(state(s).items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    order(s, s.host, 'c', 'a', 'b');
    s.finish('rank');
    const { groups } = s.doc.board;
    expect(
      Object.keys(groups).sort((a, b) =>
        groups[a as never]!['order'] < groups[b as never]!['order'] ? -1 : 1,
      ),
    ).toEqual(['c', 'a', 'b']);
  });

  test('stay out where only own items are ranked', () => {
    expect(state(withTopics({ topics: false })).items).toEqual([]);
  });
});

describe('items', () => {
  test('are added until the reveal and removed until somebody has ranked', () => {
    const s = start({ open: false });
    const ann = s.enter('Ann');
    const add = (who: ParticipantId, id: string) =>
      s.refusal(who, 'rank', 'addItem', { id, text: id });
    expect(add(ann, 'nuts')).toBe('not-allowed');
    order(s, ann, 'apples', 'pears', 'plums');
    expect(add(s.host, 'nuts')).toBeNull();
    expect(s.refusal(s.host, 'rank', 'removeItem', { id: 'nuts' })).toBe('stale');
    s.run(s.host, 'rank', 'revealRanking');
    expect(add(s.host, 'figs')).toBe('stale');
    expect(places(s)['nuts']).toBeNull();
  });
});
