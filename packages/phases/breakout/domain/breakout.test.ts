import type { Registry } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { breakout, type BreakoutState } from './index.ts';

const registry: Registry = { breakout, seed: seedKind };
const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'breakout', settings }, 'seed']);
const state = (s: Sitting): BreakoutState => s.phaseOf('breakout').state as BreakoutState;
const roomOf = (s: Sitting, who: string): string => state(s).seats[who as never] as string;
const add = (s: Sitting, who: string, id: string, text = id) =>
  s.refusal(who as never, 'breakout', 'addCard', { id, group: `g-${id}`, prompt: 'ideas', text });

/** Two people in two rooms. */
function apart(settings: object = {}): { s: Sitting; ann: string } {
  const s = start({ seating: 'free', ...settings });
  const ann = s.enter('Ann');
  s.run(s.host, 'breakout', 'joinRoom', { room: 'room-1' });
  s.run(ann, 'breakout', 'joinRoom', { room: 'room-2' });
  return { s, ann };
}

describe('seats', () => {
  test('are dealt out evenly, also anew', () => {
    const s = start({ rooms: 3 });
    const people = [s.host, ...Array.from({ length: 8 }, (_, n) => s.enter(`P${n}`))];
    s.run(s.host, 'breakout', 'dealRooms');
    const sizes = new Map<string, number>();
    for (const person of people)
      sizes.set(roomOf(s, person), (sizes.get(roomOf(s, person)) ?? 0) + 1);
    expect([...sizes.values()]).toEqual([3, 3, 3]);
    expect(s.refusal(people[1]!, 'breakout', 'dealRooms')).toBe('not-facilitator');
  });

  test('are taken by each alone where that is how it is, and changed by whoever facilitates', () => {
    const { s, ann } = apart();
    expect([roomOf(s, s.host), roomOf(s, ann)]).toEqual(['room-1', 'room-2']);
    s.run(s.host, 'breakout', 'seatPerson', { person: ann, room: 'room-1' });
    expect(roomOf(s, ann)).toBe('room-1');
    expect(s.refusal(ann as never, 'breakout', 'joinRoom', { room: 'attic' })).toBe('not-found');
  });

  test('are needed to write', () => {
    const s = start({ seating: 'free' });
    expect(add(s, s.host, 'c1')).toBe('not-allowed');
  });
});

describe('a room', () => {
  test('groups its own cards and nobody else’s', () => {
    const { s, ann } = apart();
    for (const id of ['a', 'b']) expect(add(s, s.host, id)).toBeNull();
    expect(add(s, ann, 'c')).toBeNull();
    s.run(s.host, 'breakout', 'placeCard', { card: 'b', into: 'g-a' });
    expect(state(s).groups['g-a' as never]).toMatchObject({ cards: ['a', 'b'] });
    const across = { card: 'c', into: 'g-a' };
    expect(s.refusal(s.host, 'breakout', 'placeCard', across)).toBe('not-allowed');
    expect(s.refusal(ann as never, 'breakout', 'placeCard', across)).toBe('not-allowed');
    s.run(s.host, 'breakout', 'splitCard', { card: 'b', into: 'own' });
    expect(state(s).cards['b' as never]).toMatchObject({ group: 'own' });
  });

  test('leaves a card to whoever wrote it', () => {
    const { s, ann } = apart();
    add(s, s.host, 'a');
    expect(s.refusal(ann as never, 'breakout', 'editCard', { id: 'a', text: 'x' })).toBe(
      'not-yours',
    );
    s.run(s.host, 'breakout', 'editCard', { id: 'a', text: 'Better' });
    s.run(s.host, 'breakout', 'deleteCard', { id: 'a' });
    expect(state(s)).toMatchObject({ cards: {}, groups: {} });
  });

  test('says that it is done', () => {
    const { s, ann } = apart();
    const done = { room: 'room-2', done: true };
    s.run(ann as never, 'breakout', 'setRoomDone', done);
    expect(state(s).rooms['room-2' as never]?.done).toBe(true);
  });
});

describe('in the end', () => {
  test('all rooms lie on the shared board as they were grouped, without names', () => {
    const { s, ann } = apart();
    for (const id of ['a', 'b']) add(s, s.host, id);
    add(s, ann, 'c');
    s.run(s.host, 'breakout', 'placeCard', { card: 'b', into: 'g-a' });
    s.run(s.host, 'breakout', 'setTitle', { group: 'g-a', title: 'Letters' });
    s.finish('breakout');
    const { cards, groups } = s.doc.board;
    expect(Object.keys(cards).sort()).toEqual(['a', 'b', 'c']);
    expect(groups['g-a' as never]).toMatchObject({ title: 'Letters', cards: ['a', 'b'] });
    expect(JSON.stringify(cards)).not.toContain('"by"');
    expect(state(s)).toMatchObject({ cards: {}, groups: {} });
  });

  test('a room that is opened again adds to what lies there', () => {
    const { s } = apart();
    add(s, s.host, 'a');
    s.finish('breakout');
    s.lead('breakout');
    add(s, s.host, 'b');
    s.finish('breakout');
    expect(Object.keys(s.doc.board.cards).sort()).toEqual(['a', 'b']);
  });

  test('cards are named where that was said', () => {
    const { s, ann } = apart({ anonymous: false });
    add(s, ann, 'c');
    s.finish('breakout');
    expect(s.doc.board.cards['c' as never]).toMatchObject({ by: ann });
  });
});
