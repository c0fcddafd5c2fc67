import type { Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QUESTION_COUNT } from '../questions/count.ts';
import { icebreaker, type IcebreakerHand, type IcebreakerState } from './index.ts';
import { icebreakerOnServer } from './on-server.ts';

const registry: Registry = { icebreaker: icebreakerOnServer };

const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'icebreaker', settings }]);
const state = (s: Sitting): IcebreakerState => s.phaseOf('icebreaker').state as IcebreakerState;
const hand = (s: Sitting, who: Sitting['host']): IcebreakerHand =>
  s.view(who).hand.phases[s.phase('icebreaker')] as IcebreakerHand;
const drawn = (s: Sitting): number => {
  const { question } = state(s);
  return 'set' in question ? question.set : -1;
};

describe('the question', () => {
  test('is drawn from the set when the phase opens', () => {
    expect(drawn(start())).toBeGreaterThanOrEqual(0);
    expect(drawn(start())).toBeLessThan(QUESTION_COUNT);
  });

  test('is the activity’s own where it has one', () => {
    const s = start({ question: { en: 'Why?', de: 'Warum?' } });
    expect(state(s).question).toEqual({ own: { en: 'Why?', de: 'Warum?' } });
  });

  test('never comes again before all others did', () => {
    const s = start();
    const seen = [drawn(s)];
    for (let n = 1; n < QUESTION_COUNT; n++) {
      s.run(s.host, 'icebreaker', 'rerollQuestion');
      seen.push(drawn(s));
    }
    expect(new Set(seen).size).toBe(QUESTION_COUNT);
    s.run(s.host, 'icebreaker', 'rerollQuestion');
    expect(drawn(s)).not.toBe(seen.at(-1));
    expect(state(s).asked).toHaveLength(2);
  });

  test('is changed by the facilitator alone', () => {
    const s = start();
    const ann = s.enter('Ann');
    for (const name of ['rerollQuestion', 'startTurns', 'revealAnswers']) {
      expect(s.refusal(ann, 'icebreaker', name)).toBe('not-facilitator');
    }
    expect(s.refusal(ann, 'icebreaker', 'askOwn', { text: 'Why?' })).toBe('not-facilitator');
    expect(s.refusal(ann, 'icebreaker', 'setMode', { mode: 'together' })).toBe('not-facilitator');
    s.run(s.host, 'icebreaker', 'askOwn', { text: 'Why?' });
    expect(state(s).question).toEqual({ own: 'Why?' });
    expect(s.refusal(s.host, 'icebreaker', 'askOwn', { text: 'x'.repeat(201) })).toBe('too-long');
  });

  test('goes into the outcome in words, in each language', () => {
    const s = start();
    s.finish('icebreaker');
    const [part] = s.outcome().phases[0]!.parts;
    expect(part).toMatchObject({
      as: 'answers',
      question: { en: expect.stringMatching(/.../), de: expect.stringMatching(/.../) },
      answers: [],
    });
  });
});

describe('turns', () => {
  const everybody = (s: Sitting) => {
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    s.present = new Set(people);
    return people;
  };

  test('go to everybody present, once, in an order that chance decides', () => {
    const s = start();
    const people = everybody(s);
    const away = s.enter('Away');
    s.run(s.host, 'icebreaker', 'startTurns');
    expect([...state(s).turns.order].sort()).toEqual([...people].sort());
    const had = [];
    for (let current = state(s).turns.current; current; current = state(s).turns.current) {
      had.push(current);
      s.run(current, 'icebreaker', 'endTurn', { person: current, passed: false });
    }
    expect(had).toEqual(state(s).turns.order);
    expect(had).not.toContain(away);
  });

  test('end once, however often somebody clicks', () => {
    const s = start();
    everybody(s);
    s.run(s.host, 'icebreaker', 'startTurns');
    const first = state(s).turns.current!;
    s.run(s.host, 'icebreaker', 'endTurn', { person: first, passed: true });
    const second = state(s).turns.current;
    expect(s.refusal(s.host, 'icebreaker', 'endTurn', { person: first, passed: true })).toBe(
      'stale',
    );
    expect(state(s).turns.current).toBe(second);
    expect(state(s).turns.had).toEqual({ [first]: 'passed' });
    expect(s.refusal(s.host, 'icebreaker', 'startTurns')).toBe('stale');
  });

  test('are ended by the person themselves or the facilitator, nobody else', () => {
    const s = start();
    const people = everybody(s);
    s.run(s.host, 'icebreaker', 'startTurns');
    const current = state(s).turns.current!;
    const other = people.find((person) => person !== current && person !== s.host)!;
    expect(s.refusal(other, 'icebreaker', 'endTurn', { person: current, passed: false })).toBe(
      'not-allowed',
    );
  });

  test('also come to those who come late, and not to those who were shown out', () => {
    const s = start();
    const people = everybody(s);
    s.run(s.host, 'icebreaker', 'startTurns');
    const [first, second, third] = state(s).turns.order;
    const late = s.enter('Late');
    s.present.add(late);
    s.run(s.host, 'icebreaker', 'endTurn', { person: first, passed: false });
    expect(state(s).turns.order).toEqual([first, second, third, late]);
    const out = people.find((person) => person !== s.host && person !== second)!;
    if (out !== first) s.run(s.host, null, 'removePerson', { person: out });
    const rest = [];
    for (let current = state(s).turns.current; current; current = state(s).turns.current) {
      rest.push(current);
      s.run(s.host, 'icebreaker', 'endTurn', { person: current, passed: false });
    }
    expect(rest).toEqual([second, third, late].filter((person) => person !== out || out === first));
  });

  test('are given out of order by the facilitator, also again', () => {
    const s = start();
    const people = everybody(s);
    s.run(s.host, 'icebreaker', 'startTurns');
    const first = state(s).turns.current!;
    s.run(s.host, 'icebreaker', 'endTurn', { person: first, passed: true });
    s.run(s.host, 'icebreaker', 'giveTurn', { person: first });
    expect(state(s).turns).toMatchObject({ current: first, had: {} });
    expect(s.refusal(s.host, 'icebreaker', 'giveTurn', { person: 'nobody' })).toBe('not-found');
    const other = people.find((person) => person !== s.host)!;
    expect(s.refusal(other, 'icebreaker', 'giveTurn', { person: other })).toBe('not-facilitator');
  });
});

describe('answers in writing', () => {
  const together = () => start({ mode: 'together' });

  test('stay in the hand until they are turned over; the board knows how many', () => {
    const s = together();
    const ann = s.enter('Ann');
    s.run(ann, 'icebreaker', 'writeAnswer', { text: 'A secret cat' });
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: 'A dog' });
    expect(state(s)).toMatchObject({ answered: 2, answers: null });
    expect(JSON.stringify(s.doc.board)).not.toContain('secret');
    s.run(s.host, 'icebreaker', 'revealAnswers');
    expect(state(s)).toMatchObject({
      answered: 0,
      answers: { [ann]: 'A secret cat', [s.host]: 'A dog' },
    });
    expect(hand(s, ann).answer).toBeNull();
    expect(s.refusal(s.host, 'icebreaker', 'revealAnswers')).toBe('stale');
  });

  test('can be changed and withdrawn before and after', () => {
    const s = together();
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: 'one' });
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: 'two' });
    expect(state(s).answered).toBe(1);
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: null });
    expect(state(s).answered).toBe(0);
    expect(s.refusal(s.host, 'icebreaker', 'revealAnswers')).toBe('stale');
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: 'three' });
    s.run(s.host, 'icebreaker', 'revealAnswers');
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: 'four' });
    expect(state(s).answers).toEqual({ [s.host]: 'four' });
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: null });
    expect(state(s).answers).toEqual({});
  });

  test('are turned over when the phase closes, and are named in the outcome', () => {
    const s = together();
    const ann = s.enter('Ann');
    s.run(ann, 'icebreaker', 'writeAnswer', { text: 'A cat' });
    s.run(s.host, 'icebreaker', 'setMode', { mode: 'turns' });
    expect(s.refusal(ann, 'icebreaker', 'writeAnswer', { text: 'x' })).toBe('not-open');
    s.end();
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      { answers: [{ text: 'A cat', by: 'Ann' }] },
    ]);
  });

  test('have at most 280 visible characters', () => {
    const s = together();
    expect(s.refusal(s.host, 'icebreaker', 'writeAnswer', { text: '😀'.repeat(281) })).toBe(
      'too-long',
    );
    expect(s.refusal(s.host, 'icebreaker', 'writeAnswer', { text: '😀'.repeat(280) })).toBeNull();
  });

  test('tell nobody who is typing while they lie face down', () => {
    const s = together();
    expect(icebreaker.quiet(s.phaseOf('icebreaker'))).toBe(true);
    s.run(s.host, 'icebreaker', 'writeAnswer', { text: 'one' });
    s.run(s.host, 'icebreaker', 'revealAnswers');
    expect(icebreaker.quiet(s.phaseOf('icebreaker'))).toBe(false);
    expect(icebreaker.quiet(start().phaseOf('icebreaker'))).toBe(false);
  });

  test('are counted right after any changes by anybody', () => {
    const change = fc.record({
      who: fc.nat({ max: 2 }),
      text: fc.option(fc.constantFrom('a', 'b')),
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const s = together();
        const people = [s.host, s.enter('Ann'), s.enter('Bo')];
        for (const { who, text } of changes) {
          s.run(people[who]!, 'icebreaker', 'writeAnswer', { text });
          const written = people.filter((person) => (hand(s, person)?.answer ?? null) !== null);
          expect(state(s).answered).toBe(written.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});
