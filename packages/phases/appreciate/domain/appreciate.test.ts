import type { ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { appreciate, thankable, type AppreciateHand, type AppreciateState } from './index.ts';

const registry: Registry = { appreciate };
const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'appreciate', settings }]);
const state = (s: Sitting): AppreciateState => s.phaseOf('appreciate').state as AppreciateState;
const kudos = (s: Sitting) => Object.values(state(s).kudos);
const act = (s: Sitting, who: ParticipantId, name: string, args: object = {}) =>
  s.refusal(who, 'appreciate', name, args);
const to = (...people: ParticipantId[]) => ({ people, team: false, names: [] as string[] });
const give = (s: Sitting, who: ParticipantId, id: string, args: object) =>
  act(s, who, 'giveKudos', { id, text: `Thanks ${id}`, ...args });

describe('a kudos', () => {
  test('lies wrapped in the hand; the board knows how many, not from whom or to whom', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, s.host, 'k1', { to: to(ann), text: 'For your patience' });
    expect(state(s)).toEqual({ wrapped: 1, kudos: {}, latest: null });
    const { people: _, facilitator: __, ...rest } = s.doc.board;
    expect(JSON.stringify(rest)).not.toMatch(/patience|person-1|host/);
    expect(appreciate.quiet(s.phaseOf('appreciate'))).toBe(true);
  });

  test('is for people who are here or expected, everybody, or somebody from outside', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(give(s, s.host, 'k1', { to: { people: [ann], team: true, names: ['Kim'] } })).toBeNull();
    expect(give(s, s.host, 'k2', { to: to('nobody' as ParticipantId) })).toBe('not-found');
    expect(give(s, s.host, 'k2', { to: to() })).toBe('bad-arguments');
    const long = { people: [], team: false, names: ['x'.repeat(61)] };
    expect(give(s, s.host, 'k2', { to: long })).toBe('too-long');
    expect(give(s, s.host, 'k2', { to: to(ann), text: 'x'.repeat(501) })).toBe('too-long');
    expect(thankable(s.doc.board, s.host)).toEqual([ann]);
  });

  test('is never for oneself, neither by id nor by name, also not by editing', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(give(s, ann, 'k1', { to: to(ann) })).toBe('not-allowed');
    expect(give(s, ann, 'k1', { to: { people: [], team: false, names: [' ann '] } })).toBe(
      'not-allowed',
    );
    give(s, ann, 'k1', { to: to(s.host) });
    const edit = { id: 'k1', text: 'Me', to: to(s.host, ann) };
    expect(act(s, ann, 'editKudos', edit)).toBe('not-allowed');
    s.finish('appreciate');
    expect(act(s, ann, 'editKudos', edit)).toBe('not-allowed');
  });

  test('is unwrapped one by one by the facilitator, in the order of chance', () => {
    const orders = new Set(
      Array.from({ length: 10 }, (_, seed) => {
        const s = sitting(registry, ['appreciate'], { seed });
        const ann = s.enter('Ann');
        for (const id of ['k1', 'k2', 'k3']) give(s, s.host, id, { to: to(ann) });
        expect(act(s, ann, 'revealOne')).toBe('not-facilitator');
        const seen = [1, 2, 3].map(() => {
          act(s, s.host, 'revealOne');
          return state(s).latest;
        });
        expect(act(s, s.host, 'revealOne')).toBe('stale');
        expect(state(s).wrapped).toBe(0);
        return seen.join();
      }),
    );
    expect(orders.size).toBeGreaterThan(3);
  });

  test('is unwrapped with all others when the phase ends, with the giver’s name', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, ann, 'k1', { to: to(s.host) });
    give(s, s.host, 'k2', { to: to(ann) });
    s.finish('appreciate');
    expect(new Set(kudos(s).map(({ by }) => by))).toEqual(new Set([s.host, ann]));
    expect(give(s, ann, 'late', { to: to(s.host) })).toBeNull();
    expect(kudos(s)).toHaveLength(3);
  });

  test('is seen at once where it is no secret', () => {
    const s = start({ secret: false });
    const ann = s.enter('Ann');
    give(s, ann, 'k1', { to: to(s.host) });
    expect(kudos(s)).toMatchObject([{ by: ann, text: 'Thanks k1' }]);
    expect(give(s, ann, 'k1', { to: to(s.host) })).toBe('exists');
  });

  test('is changed and taken back by its giver alone', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, ann, 'k1', { to: to(s.host) });
    give(s, ann, 'k2', { to: to(s.host) });
    expect(act(s, ann, 'deleteKudos', { id: 'k1' })).toBeNull();
    expect(state(s).wrapped).toBe(1);
    s.finish('appreciate');
    expect(act(s, s.host, 'deleteKudos', { id: 'k2' })).toBe('not-yours');
    const better = { id: 'k2', text: 'Better', to: to(s.host) };
    expect(act(s, s.host, 'editKudos', better)).toBe('not-yours');
    expect(act(s, ann, 'editKudos', better)).toBeNull();
    expect(kudos(s)).toMatchObject([{ text: 'Better' }]);
    expect(act(s, ann, 'deleteKudos', { id: 'k2' })).toBeNull();
    expect(kudos(s)).toEqual([]);
  });

  test('cannot stop the unwrapping by an id that two hands hold', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, ann, 'same', { to: to(s.host), text: 'one' });
    give(s, s.host, 'same', { to: to(ann), text: 'two' });
    s.finish('appreciate');
    expect(
      kudos(s)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['one', 'two']);
    const held = s.view(ann).hand.phases[s.phase('appreciate')] as AppreciateHand;
    expect(Object.keys(held.mine)).toHaveLength(1);
  });
});

describe('a name', () => {
  test('is never stored where all are given without one', () => {
    const s = start({ anonymous: true });
    const ann = s.enter('Ann');
    give(s, ann, 'k1', { to: to(s.host), anonymous: false });
    s.end();
    expect(kudos(s)[0]!.by).toBeUndefined();
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      { as: 'kudos', kudos: [{ to: ['Host'], text: 'Thanks k1' }] },
    ]);
    expect(JSON.stringify(s.outcome().phases)).not.toContain('Ann');
  });

  test('is each giver’s choice only where the activity says so', () => {
    const s = start({ mayChoose: true });
    const ann = s.enter('Ann');
    give(s, ann, 'k1', { to: to(s.host), anonymous: true });
    give(s, ann, 'k2', { to: to(s.host) });
    s.finish('appreciate');
    expect(state(s).kudos).toMatchObject({ k2: { by: ann } });
    expect(Object.values(state(s).kudos).filter(({ by }) => by === undefined)).toHaveLength(1);
    const named = start();
    give(named, named.enter('Bo'), 'k1', { to: to(named.host), anonymous: true });
    named.finish('appreciate');
    expect(kudos(named)[0]!.by).toBeDefined();
  });
});

describe('a reaction', () => {
  test('is given once by each and can be taken back', () => {
    const s = start({ secret: false });
    const ann = s.enter('Ann');
    give(s, s.host, 'k1', { to: to(ann) });
    const react = (on: boolean) => act(s, ann, 'reactToKudos', { id: 'k1', sign: 'heart', on });
    react(true);
    react(true);
    expect(kudos(s)[0]!.reactions).toEqual({ heart: { [ann]: true } });
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      { kudos: [{ by: 'Host', to: ['Ann'], reactions: [{ sign: '❤️', count: 1 }] }] },
    ]);
    react(false);
    react(false);
    expect(kudos(s)[0]!.reactions).toEqual({});
    expect(act(s, ann, 'reactToKudos', { id: 'k1', sign: 'bomb', on: true })).toBe('bad-arguments');
    expect(act(s, ann, 'reactToKudos', { id: 'no', sign: 'heart', on: true })).toBe('not-found');
  });
});
