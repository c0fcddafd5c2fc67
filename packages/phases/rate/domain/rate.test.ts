import type { ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { rate, type RateSettings, type RateState } from './index.ts';

const registry: Registry = { rate };
const statements = [
  { id: 'pace', text: { en: 'Our pace is right', de: 'Unser Tempo stimmt' } },
  { id: 'trust', text: 'We trust each other' },
];
const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'rate', settings: { statements, ...settings } }]);
const state = (s: Sitting): RateState => s.phaseOf('rate').state as RateState;
const act = (s: Sitting, who: ParticipantId, name: string, args: object = {}) =>
  s.refusal(who, 'rate', name, args);
const answer = (s: Sitting, who: ParticipantId, value: number | null, statement = 'pace') =>
  act(s, who, 'setAnswer', { statement, value });
/** So many people, each of whom has answered and handed in. */
function crowd(s: Sitting, size: number, value: (n: number) => number = () => 2): ParticipantId[] {
  return Array.from({ length: size }, (_, n) => {
    const who = s.enter(`P${n}`);
    answer(s, who, value(n));
    act(s, who, 'handIn');
    return who;
  });
}
const reveal = (s: Sitting) => act(s, s.host, 'revealResults');
const pace = (s: Sitting) => state(s).results['pace'];

describe('an answer', () => {
  test('is one of the points, or none, to a statement that is there', () => {
    const s = start();
    expect(answer(s, s.host, 0)).toBeNull();
    expect(answer(s, s.host, 4)).toBeNull();
    expect(answer(s, s.host, null)).toBeNull();
    expect(answer(s, s.host, 5)).toBe('not-found');
    expect(answer(s, s.host, 11)).toBe('bad-arguments');
    expect(answer(s, s.host, 1.5)).toBe('bad-arguments');
    expect(answer(s, s.host, 1, 'other')).toBe('not-found');
  });

  test('leaves no trace on the board until all is handed in, then one more in a number', () => {
    const s = start();
    const before = s.doc.board;
    answer(s, s.host, 3);
    act(s, s.host, 'commentOn', { statement: 'pace', text: 'Too many meetings' });
    expect(s.doc.board).toEqual(before);
    act(s, s.host, 'handIn');
    act(s, s.host, 'handIn');
    expect(state(s)).toEqual({ handedIn: 1, shown: 0, results: {} });
    expect(rate.quiet(s.phaseOf('rate'))).toBe(true);
    const handed = s.doc.board;
    answer(s, s.host, 0);
    answer(s, s.host, 1, 'trust');
    expect(s.doc.board).toEqual(handed);
  });

  test('is not needed for every statement, but for one before anything is handed in', () => {
    const s = start();
    expect(act(s, s.host, 'handIn')).toBe('not-found');
    answer(s, s.host, 1, 'trust');
    expect(act(s, s.host, 'handIn')).toBeNull();
  });

  test('can be taken back until something was shown', () => {
    const s = start();
    const people = crowd(s, 6);
    expect(act(s, people[0]!, 'takeBack')).toBeNull();
    expect(act(s, people[0]!, 'takeBack')).toBeNull();
    expect(state(s).handedIn).toBe(5);
    reveal(s);
    expect(act(s, people[1]!, 'takeBack')).toBe('stale');
    expect(act(s, people[0]!, 'takeBack')).toBeNull();
    expect(pace(s)?.counts).toEqual([0, 0, 5, 0, 0]);
  });

  test('that was not handed in is not counted', () => {
    const s = start();
    crowd(s, 5);
    answer(s, s.host, 4);
    s.finish('rate');
    expect(pace(s)?.counts).toEqual([0, 0, 5, 0, 0]);
  });
});

describe('fewer answers than needed', () => {
  test('show nothing: no number, no comment, not even which statements were answered', () => {
    const s = start();
    const people = crowd(s, 4);
    act(s, people[0]!, 'commentOn', { statement: 'pace', text: 'A secret' });
    expect(reveal(s)).toBe('stale');
    s.end();
    expect(state(s)).toEqual({ handedIn: 4, shown: 0, results: {} });
    expect(JSON.stringify(s.doc)).not.toContain('secret');
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      { as: 'scale', statement: 'pace', counts: null, answers: 4, fewest: 5 },
      { as: 'scale', statement: 'trust', counts: null, answers: 4, fewest: 5 },
    ]);
  });

  test('five show the distribution, of those statements that five have answered', () => {
    const s = start();
    const people = crowd(s, 5, (n) => n);
    for (const who of people.slice(1)) answer(s, who, 0, 'trust');
    expect(reveal(s)).toBeNull();
    expect(state(s)).toEqual({
      handedIn: 5,
      shown: 5,
      results: { pace: { counts: [1, 1, 1, 1, 1], comments: [], isFinal: false } },
    });
  });

  test('how many are needed may be raised, but not lowered once somebody has answered', () => {
    const s = start();
    const set = (fewest: number) => act(s, s.host, 'setFewest', { fewest });
    expect(act(s, s.enter('Ann'), 'setFewest', { fewest: 8 })).toBe('not-facilitator');
    expect(set(2)).toBe('bad-arguments');
    expect(set(11)).toBe('bad-arguments');
    expect(set(3)).toBeNull();
    answer(s, s.host, 1);
    expect(set(6)).toBeNull();
    expect(set(5)).toBe('stale');
    crowd(s, 6);
    reveal(s);
    expect(set(7)).toBe('stale');
    expect((s.phaseOf('rate').settings as RateSettings).fewest).toBe(6);
  });
});

describe('whoever subtracts one result from another', () => {
  test('learns nothing of one who answers after the results were shown', () => {
    const s = start();
    crowd(s, 5);
    reveal(s);
    const first = state(s).results;
    const late = s.enter('Late');
    answer(s, late, 0);
    act(s, late, 'handIn');
    expect(reveal(s)).toBe('stale');
    s.finish('rate');
    expect(state(s).results).toEqual(first);
    s.lead('rate');
    s.end();
    expect(state(s).results).toEqual(first);
    expect(s.outcome().phases[0]!.parts[0]).toMatchObject({ answers: 5, counts: [0, 0, 5, 0, 0] });
  });

  test('learns of five more only what the five together have answered', () => {
    const s = start();
    crowd(s, 5);
    reveal(s);
    crowd(s, 5, (n) => n % 2);
    expect(reveal(s)).toBeNull();
    expect(pace(s)?.counts).toEqual([3, 2, 5, 0, 0]);
  });

  test('learns nothing of one who changes the answer: what was shown is final', () => {
    const s = start();
    const [ann] = crowd(s, 6);
    reveal(s);
    expect(answer(s, ann!, 0)).toBe('stale');
    expect(answer(s, ann!, null)).toBe('stale');
    expect(act(s, ann!, 'commentOn', { statement: 'pace', text: 'Well' })).toBe('stale');
    // What was not shown is still one's own.
    expect(answer(s, ann!, 0, 'trust')).toBeNull();
  });

  test('learns nothing of one who is shown out', () => {
    const s = start();
    const [ann] = crowd(s, 6);
    reveal(s);
    const first = state(s).results;
    s.run(s.host, null, 'removePerson', { person: ann });
    expect(reveal(s)).toBe('stale');
    s.finish('rate');
    s.lead('rate');
    expect(state(s).results).toEqual(first);
  });

  test('cannot ask after each single person whether they skipped a statement', () => {
    const s = start();
    const people = crowd(s, 5);
    for (const who of people.slice(1)) answer(s, who, 1, 'trust');
    reveal(s);
    const late = s.enter('Late');
    answer(s, late, 1, 'trust');
    act(s, late, 'handIn');
    // Five have answered it now; showing it would tell that the last one has.
    expect(reveal(s)).toBe('stale');
    expect(state(s).results['trust']).toBeUndefined();
  });

  test('gets nothing new of a meeting that ended and goes on: nobody is counted twice', () => {
    const s = start();
    crowd(s, 5);
    s.end();
    const shown = pace(s);
    s.run(s.host, null, 'reopenMeeting');
    expect(state(s)).toEqual({
      handedIn: 0,
      shown: 0,
      results: { pace: { ...shown, isFinal: true } },
    });
    expect(answer(s, s.host, 0)).toBe('stale');
    const again = Object.keys(s.doc.board.people).slice(0, 5) as ParticipantId[];
    for (const who of again) {
      expect(answer(s, who, 3, 'trust')).toBeNull();
      act(s, who, 'handIn');
    }
    s.end();
    expect(pace(s)?.counts).toEqual([0, 0, 5, 0, 0]);
    expect(state(s).results['trust']?.counts).toEqual([0, 0, 0, 5, 0]);
  });
});

describe('a comment', () => {
  const say = (s: Sitting, who: ParticipantId, text: string, statement = 'pace') =>
    act(s, who, 'commentOn', { statement, text });

  test('is shown with the results its author’s answer is counted in, without name', () => {
    const s = start();
    const people = crowd(s, 5);
    say(s, people[0]!, ' Fine ');
    say(s, people[1]!, 'gone');
    say(s, people[1]!, ' ');
    // Goes with an answer that was never given.
    say(s, people[2]!, 'Only words', 'trust');
    reveal(s);
    expect(pace(s)?.comments).toEqual(['Fine']);
    expect(JSON.stringify(s.doc.board)).not.toContain('Only words');
    expect(JSON.stringify(state(s))).not.toContain(people[0]!);
    const part = s.outcome().phases[0]!.parts[0];
    expect(part).toMatchObject({ comments: ['Fine'] });
  });

  test('lies where chance has put it, whoever wrote first', () => {
    const orders = new Set(
      Array.from({ length: 12 }, (_, seed) => {
        const s = sitting(registry, [{ kind: 'rate', settings: { statements } }], { seed });
        crowd(s, 5).forEach((who, n) => say(s, who, `${n}`));
        reveal(s);
        return pace(s)?.comments.join();
      }),
    );
    expect(orders.size).toBeGreaterThan(6);
  });

  test('is short, and there only where they are asked for', () => {
    const s = start();
    expect(say(s, s.host, 'x'.repeat(501))).toBe('too-long');
    const none = start({ comments: false });
    expect(say(none, none.host, 'Hm')).toBe('not-allowed');
  });
});

describe('settings', () => {
  test('have usual values', () => {
    expect(start().phaseOf('rate').settings).toMatchObject({
      fewest: 5,
      comments: true,
      score: 'average',
      scale: { points: 5, from: 1, high: { de: 'Voll und ganz' } },
    });
  });

  test.each([
    [{ statements: [] }, 'statements'],
    [{ statements: [statements[0], statements[0]] }, 'same id'],
    [{ statements: Array.from({ length: 21 }, (_, n) => ({ id: `s${n}`, text: 'x' })) }, 'stat'],
    [{ fewest: 2 }, 'fewest'],
    [{ fewest: 11 }, 'fewest'],
    [{ scale: { points: 12 } }, 'points'],
    [{ scale: { points: 3, names: [{ label: 'no' }, { label: 'yes' }] } }, 'as many names'],
    [{ score: 'enps' }, 'from 0 on'],
    [{ odd: 1 }, 'odd'],
  ])('are refused: %j', (settings, why) => {
    expect(() => start(settings)).toThrow(why);
  });
});
