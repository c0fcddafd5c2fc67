import type { ParticipantId } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { start, enter, act, state, ballot, at, pick, reveal, whenAll } from '../testing/table.ts';
import { deckOf, estimate } from './index.ts';

describe('a pick', () => {
  test('stays in the hand; that there is one is on the board', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    expect(pick(s, ann, '13')).toBeNull();
    expect(ballot(s)?.picked).toEqual({ [ann]: true });
    expect(JSON.stringify(s.doc.board)).not.toContain('13');
    expect(s.view(ann).hand.phases[s.phase('estimate')]).toEqual({
      picks: { a: { effort: { round: 1, value: '13' } } },
    });
    pick(s, ann, null);
    expect(ballot(s)?.picked).toEqual({});
  });

  test('is a value of the scale, not sure, or pass, for the round that is on', () => {
    const s = start();
    expect(pick(s, s.host, '4')).toBe('not-found');
    for (const value of deckOf('fibonacci')) expect(pick(s, s.host, value)).toBeNull();
    expect(pick(s, s.host, '5', 'x')).toBe('not-found');
    expect(act(s, 'pick', { ...at('a', 'risk'), round: 1, value: '5' })).toBe('not-found');
    expect(pick(s, s.host, '5', 'a', 2)).toBe('stale');
    reveal(s);
    expect(pick(s, s.host, '8')).toBe('stale');
  });

  test('is none of a spectator’s; becoming one takes the cards back', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    expect(act(s, 'setSpectator', { on: true }, ann)).toBeNull();
    expect(ballot(s)?.picked).toEqual({});
    expect(pick(s, ann, '5')).toBe('not-allowed');
    act(s, 'setSpectator', { on: false }, ann);
    expect(pick(s, ann, '5')).toBeNull();
  });
});

describe('the reveal', () => {
  test('is the facilitator’s, once for each round, and needs a card', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    expect(reveal(s)).toBe('stale');
    pick(s, ann, '5');
    expect(reveal(s, 'a', 1, ann)).toBe('not-facilitator');
    expect(reveal(s)).toBeNull();
    expect(ballot(s)?.shown).toEqual({ [ann]: '5' });
    expect(reveal(s)).toBe('stale');
  });

  test('leaves out who was shown out', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    pick(s, s.host, '3');
    s.run(s.host, null, 'removePerson', { person: ann });
    reveal(s);
    expect(ballot(s)?.shown).toEqual({ [s.host]: '3' });
  });

  test('is followed by another round, in which the old picks count no more', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBe('stale');
    reveal(s);
    act(s, 'setScore', { ...at(), score: '5' });
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBeNull();
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBe('stale');
    expect(ballot(s)).toMatchObject({ round: 2, picked: {}, shown: null, score: null });
    pick(s, s.host, '3', 'a', 2);
    reveal(s, 'a', 2);
    expect(ballot(s)?.shown).toEqual({ [s.host]: '3' });
  });

  test('comes with the end of the phase for every card that lies there', () => {
    const s = start();
    pick(s, s.host, '3', 'b');
    s.finish('estimate');
    expect(ballot(s, 'b')?.shown).toEqual({ [s.host]: '3' });
    expect(ballot(s, 'c')?.shown ?? null).toBeNull();
  });
});

describe('cards that turn over by themselves', () => {
  const auto = { autoReveal: true };

  test('do so when the last of those who take part has picked, and only once', () => {
    const s = start(auto);
    const ann = enter(s, 'Ann');
    const spectator = enter(s, 'Spec');
    act(s, 'setSpectator', { on: true }, spectator);
    pick(s, ann, '5');
    expect(whenAll(s)).toBeNull();
    expect(ballot(s)?.shown).toBeNull();
    pick(s, s.host, 'pass');
    expect(whenAll(s)).toBeNull();
    expect(ballot(s)?.shown).toEqual({ [ann]: '5', [s.host]: 'pass' });
    act(s, 'voteAgain', { ...at(), round: 1 });
    expect(whenAll(s)).toBeNull();
    expect(ballot(s)).toMatchObject({ round: 2, shown: null });
  });

  test('wait for nobody who came late, has gone, or was shown out', () => {
    for (const how of ['late', 'gone', 'removed'] as const) {
      const s = start(auto);
      const other = how === 'late' ? null : enter(s, 'Ann');
      pick(s, s.host, '5');
      whenAll(s);
      if (other) expect(ballot(s)?.shown).toBeNull();
      if (how === 'late') {
        act(s, 'voteAgain', { ...at(), round: 1 });
        pick(s, s.host, '5', 'a', 2);
        enter(s, 'Late');
        whenAll(s, 'a', 2);
        expect(ballot(s)?.round).toBe(2);
      }
      if (how === 'gone' && other) s.present.delete(other);
      if (how === 'removed') s.run(s.host, null, 'removePerson', { person: other });
      whenAll(s, 'a', how === 'late' ? 2 : 1);
      expect(ballot(s)?.shown).toEqual({ [s.host]: '5' });
    }
  });

  test('stay where the facilitator wants to say when', () => {
    const s = start();
    pick(s, s.host, '5');
    whenAll(s);
    expect(ballot(s)?.shown).toBeNull();
    act(s, 'setAutoReveal', { on: true });
    whenAll(s);
    expect(ballot(s)?.shown).not.toBeNull();
  });
});

describe('a score', () => {
  test('is the facilitator’s: any value, or up to eight characters of their own', () => {
    const s = start();
    const score = (score: string | null, who = s.host) =>
      act(s, 'setScore', { ...at(), score }, who);
    expect(score('5', enter(s, 'Ann'))).toBe('not-facilitator');
    expect(score('5 to 8')).toBeNull();
    expect(score('123456789')).toBe('too-long');
    expect(ballot(s)?.score).toBe('5 to 8');
    score(null);
    expect(ballot(s)?.score).toBeNull();
    s.finish('estimate');
    expect(score('3')).toBeNull();
  });

  test('leads on to the next ballot that has none; two clicks go on once', () => {
    const s = start({
      dimensions: [
        { id: 'value', name: 'Value' },
        { id: 'size', name: 'Size' },
      ],
    });
    expect(state(s).at).toEqual(at('a', 'value'));
    act(s, 'setScore', { ...at('a', 'size'), score: '1' });
    expect(act(s, 'goOn', at('a', 'value'))).toBeNull();
    expect(act(s, 'goOn', at('a', 'value'))).toBe('stale');
    expect(state(s).at).toEqual(at('b', 'value'));
  });
});

describe('at one’s own pace', () => {
  const pace = { way: 'own-pace', agreeWithin: 1 };

  test('everything is turned over at once; what is agreed on is settled, the rest is gone through', () => {
    const s = start(pace);
    const ann = enter(s, 'Ann');
    for (const [id, mine, hers] of [
      ['a', '5', '8'],
      ['b', '1', '13'],
      ['c', '3', '?'],
    ] as const) {
      pick(s, s.host, mine, id);
      pick(s, ann, hers, id);
    }
    expect(act(s, 'reveal', { which: null }, ann)).toBe('not-facilitator');
    expect(act(s, 'reveal', { which: null })).toBeNull();
    expect(act(s, 'reveal', { which: null })).toBe('stale');
    expect([ballot(s, 'a'), ballot(s, 'b'), ballot(s, 'c')].map((each) => each?.score)).toEqual([
      '8',
      null,
      null,
    ]);
    expect(state(s)).toMatchObject({ opened: true, at: at('b') });
    act(s, 'voteAgain', { ...at('b'), round: 1 });
    expect(pick(s, ann, '2', 'b', 2)).toBeNull();
  });

  test('a person is done who has a card on everything, or only looks on', () => {
    const s = start(pace, ['a', 'b']);
    const isDone = (person: ParticipantId): boolean =>
      (estimate.done as (at: object) => boolean)({
        board: s.doc.board,
        phase: s.phaseOf('estimate'),
        settings: s.phaseOf('estimate').settings,
        state: state(s),
        hand: {},
        person,
      });
    const ann = enter(s, 'Ann');
    pick(s, ann, '5', 'a');
    expect(isDone(ann)).toBe(false);
    pick(s, ann, '5', 'b');
    expect(isDone(ann)).toBe(true);
    expect(isDone(s.host)).toBe(false);
    act(s, 'setSpectator', { on: true });
    expect(isDone(s.host)).toBe(true);
    expect(start(pace, []).phaseOf('estimate').ready).toEqual({});
  });

  test('all turn over by themselves when everybody is through', () => {
    const s = start({ ...pace, autoReveal: true }, ['a']);
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    act(s, 'revealIfAll', { which: null });
    expect(state(s).opened).toBe(false);
    pick(s, s.host, '5');
    act(s, 'revealIfAll', { which: null });
    expect(state(s).opened).toBe(true);
    expect(ballot(s)?.score).toBe('5');
  });

  test('the end of its time turns them over; going on afterwards is not over by the clock', () => {
    const s = start(pace, ['a']);
    const window = { closesAt: s.now + 60_000, opensAt: null, remindAt: null, lateUntil: null };
    const args = { phase: s.phase('estimate'), window: { ...window, whenDone: false } };
    s.run(s.host, null, 'setWindow', args);
    pick(s, s.host, '5');
    s.now += 60_000;
    s.run(null, null, 'tend', {});
    expect(s.phaseOf('estimate').status).toBe('done');
    expect(state(s).opened).toBe(true);
    s.lead('estimate');
    expect(s.phaseOf('estimate').status).toBe('open');
    expect(s.phaseOf('estimate').window ?? null).toBeNull();
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBeNull();
  });
});
