import type { ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapUp, type WrapUpState } from './index.ts';

const registry: Registry = { 'wrap-up': wrapUp };
const start = (): Sitting => sitting(registry, ['wrap-up']);
const state = (s: Sitting): WrapUpState => s.phaseOf('wrap-up').state as WrapUpState;
const rate = (s: Sitting, who: ParticipantId, value: number | null) =>
  s.refusal(who, 'wrap-up', 'setRating', { value });

describe('a rating', () => {
  test('is from one to five, can be changed and taken back', () => {
    const s = start();
    for (const value of [0, 6, 1.5, '3'])
      expect(rate(s, s.host, value as number)).toBe('bad-arguments');
    rate(s, s.host, 2);
    rate(s, s.host, 4);
    expect(state(s).answers).toBe(1);
    rate(s, s.host, null);
    expect(state(s).answers).toBe(0);
  });

  test('stays in the hand; the board knows how many have rated', () => {
    const s = start();
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    people.forEach((who) => rate(s, who, 5));
    expect(state(s)).toEqual({ answers: 3, revealed: false, counts: null });
    expect(wrapUp.quiet(s.phaseOf('wrap-up'))).toBe(true);
    s.run(s.host, 'wrap-up', 'revealRatings');
    expect(state(s)).toEqual({ answers: 3, revealed: true, counts: [0, 0, 0, 0, 3] });
    expect(wrapUp.quiet(s.phaseOf('wrap-up'))).toBe(false);
  });

  test('is shown only together with at least two others', () => {
    const s = start();
    rate(s, s.host, 1);
    rate(s, s.enter('Ann'), 5);
    s.end();
    expect(state(s)).toEqual({ answers: 2, revealed: true, counts: null });
    expect(s.outcome().phases[0]!.parts).toMatchObject([{ as: 'scale', counts: null, answers: 2 }]);
  });

  test('is final once shown, also when the phase is opened again: the difference would tell', () => {
    const s = start();
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    people.forEach((who, n) => rate(s, who, n + 1));
    const late = s.enter('Late');
    expect(s.refusal(late, 'wrap-up', 'revealRatings')).toBe('not-facilitator');
    s.run(s.host, 'wrap-up', 'revealRatings');
    expect(s.refusal(s.host, 'wrap-up', 'revealRatings')).toBe('stale');
    expect(rate(s, late, 5)).toBe('stale');
    s.finish('wrap-up');
    s.lead('wrap-up');
    expect(rate(s, late, 5)).toBe('stale');
    s.end();
    s.run(s.host, null, 'reopenMeeting');
    expect(rate(s, late, 5)).toBe('stale');
    expect(s.outcome().phases[0]!.parts).toMatchObject([{ counts: [1, 1, 1, 0, 0], answers: 3 }]);
  });

  test('can still be given when too few had answered for anything to be shown', () => {
    const s = start();
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    rate(s, people[0]!, 4);
    s.finish('wrap-up');
    s.lead('wrap-up');
    expect(state(s)).toEqual({ answers: 1, revealed: false, counts: null });
    rate(s, people[1]!, 4);
    rate(s, people[2]!, 3);
    s.finish('wrap-up');
    expect(state(s).counts).toEqual([0, 0, 1, 2, 0]);
  });
});

describe('the question', () => {
  test('has words of its own in each language, and takes the activity’s', () => {
    const part = start().outcome().phases[0]!.parts[0];
    expect(part).toMatchObject({
      question: { en: expect.stringMatching(/\?$/), de: expect.stringMatching(/\?$/) },
    });
    const own = sitting(registry, [{ kind: 'wrap-up', settings: { question: 'Again?' } }]);
    expect(own.outcome().phases[0]!.parts[0]).toMatchObject({ question: 'Again?' });
    expect(() => sitting(registry, [{ kind: 'wrap-up', settings: { odd: 1 } }])).toThrow('odd');
  });
});

describe('whatever people rate', () => {
  test('the number is right at any time, and the counts add up to it', () => {
    const act = fc.record({
      who: fc.nat({ max: 4 }),
      value: fc.option(fc.integer({ min: 1, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const s = start();
        const people = [s.host, ...['A', 'B', 'C', 'D'].map((name) => s.enter(name))];
        const now = new Map<ParticipantId, number>();
        for (const { who, value } of acts) {
          rate(s, people[who]!, value);
          if (value === null) now.delete(people[who]!);
          else now.set(people[who]!, value);
          expect(state(s).answers).toBe(now.size);
          expect(state(s).counts).toBeNull();
        }
        s.end();
        const expected = [1, 2, 3, 4, 5].map(
          (p) => [...now.values()].filter((v) => v === p).length,
        );
        expect(state(s).counts).toEqual(now.size < 3 ? null : expected);
      }),
      { numRuns: 100 },
    );
  });
});
