import type { ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { poll, type PollState } from './index.ts';

const registry: Registry = { poll };
const options = ['tea', 'coffee', 'water'].map((id) => ({ id, label: id }));

function start(settings: object = {}): Sitting & { people: ParticipantId[] } {
  const s = sitting(registry, [
    { kind: 'poll', settings: { way: 'single', options, ...settings } },
  ]);
  const people = [s.host, s.enter('Ann'), s.enter('Bo'), s.enter('Cy', { role: 'guest' })];
  return Object.assign(s, { people });
}
const state = (s: Sitting): PollState => s.phaseOf('poll').state as PollState;
const give = (s: Sitting, who: ParticipantId | undefined, choice: string[], reason = '') =>
  s.refusal(who ?? s.host, 'poll', 'answer', { asked: state(s).asked, choice, reason });
const reveal = (s: Sitting) => s.run(s.host, 'poll', 'revealAnswers');

describe('settings', () => {
  test('need two options where people choose from some, and none where the way brings them', () => {
    expect(() => start({ options: options.slice(0, 1) })).toThrow('two options');
    expect(() => start({ options: [], open: true })).not.toThrow();
    expect(() => start({ way: 'fist' })).toThrow('brings its own');
  });
});

describe('answers', () => {
  test('are counted at the reveal, in hands until then', () => {
    const s = start();
    for (const who of s.people.slice(0, 3)) expect(give(s, who, ['tea'])).toBeNull();
    expect(state(s)).toMatchObject({ answers: 3, result: null });
    expect(JSON.stringify(state(s)).match(/"tea"/g)).toHaveLength(2);
    reveal(s);
    expect(state(s).result).toMatchObject({
      counts: { tea: 3, coffee: 0 },
      winners: ['tea'],
      choices: null,
    });
    expect(give(s, s.people[3], ['coffee'])).toBe('stale');
  });

  test('are as many as the way allows, of options that are there', () => {
    const s = start({ way: 'multiple', choices: 2 });
    expect(give(s, s.host, ['tea', 'coffee', 'water'])).toBe('full');
    expect(give(s, s.host, ['tea', 'tea'])).toBe('bad-arguments');
    expect(give(s, s.host, ['beer'])).toBe('not-found');
    expect(give(s, s.host, ['tea', 'water'])).toBeNull();
    expect(give(s, s.host, [])).toBeNull();
    expect(state(s).answers).toBe(0);
  });

  test('to another question than the one that is asked now are stale', () => {
    const s = start();
    const { asked } = state(s);
    s.run(s.host, 'poll', 'setAnonymous', { anonymous: false });
    expect(s.refusal(s.host, 'poll', 'answer', { asked, choice: ['tea'], reason: '' })).toBe(
      'stale',
    );
  });
});

describe('an anonymous poll', () => {
  test('shows nothing of fewer than three answers, and goes on where it was', () => {
    const s = start();
    give(s, s.host, ['tea'], 'Because');
    give(s, s.people[1], ['coffee']);
    reveal(s);
    expect(state(s).result).toMatchObject({ tooFew: true, answers: 2, counts: {}, reasons: [] });
    s.run(s.host, 'poll', 'askAgain', { fresh: false });
    give(s, s.people[2], ['tea']);
    reveal(s);
    expect(state(s).result).toMatchObject({ counts: { tea: 2 }, reasons: [{ text: 'Because' }] });
    expect(JSON.stringify(state(s))).not.toContain(`"${s.host}"`);
  });

  test('stays so once somebody has answered', () => {
    const s = start();
    give(s, s.host, ['tea']);
    expect(s.refusal(s.host, 'poll', 'setAnonymous', { anonymous: false })).toBe('stale');
  });

  test('that was shown stays as it is when the phase is opened again', () => {
    const s = start();
    for (const who of s.people) give(s, who, ['tea']);
    s.finish('poll');
    s.lead('poll');
    expect(state(s).result?.counts['tea']).toBe(4);
  });
});

describe('consent', () => {
  const consent = { way: 'consent', options: [], anonymous: false };

  test('is reached when no objection stands; an objection has a reason and can be taken back', () => {
    const s = start(consent);
    expect(give(s, s.host, ['objection'])).toBe('bad-arguments');
    give(s, s.host, ['objection'], 'Too early');
    give(s, s.people[1], ['consent']);
    reveal(s);
    expect(s.outcome().phases[0]?.parts[0]).toMatchObject({ verdict: 'blocked' });
    expect(s.refusal(s.people[1]!, 'poll', 'withdrawObjection')).toBe('not-found');
    s.run(s.host, 'poll', 'withdrawObjection');
    s.run(s.host, 'poll', 'setDecision', { text: 'We begin in May' });
    expect(s.outcome().phases[0]?.parts[0]).toMatchObject({
      verdict: 'concerns',
      decision: 'We begin in May',
      reasons: [{ text: 'Too early', by: 'Host', withdrawn: true }],
    });
  });
});

describe('asking again', () => {
  test('empties the hands and keeps the earlier round in the outcome', () => {
    const s = start({ way: 'fist', options: [], anonymous: false });
    give(s, s.host, ['0'], 'Not yet');
    reveal(s);
    s.run(s.host, 'poll', 'askAgain', { fresh: true });
    expect(state(s)).toMatchObject({ answers: 0, result: null });
    give(s, s.host, ['4']);
    s.finish('poll');
    expect(s.outcome().phases[0]?.parts).toMatchObject([
      { round: 1, verdict: 'blocked', reasons: [{ text: 'Not yet' }] },
      { round: 2, verdict: 'passed' },
    ]);
  });
});

describe('options', () => {
  test('are added by everybody where that is wanted, else by the facilitator before the first answer', () => {
    const add = (s: Sitting, who: ParticipantId, id: string) =>
      s.refusal(who, 'poll', 'addOption', { id, text: id });
    const open = start({ open: true });
    give(open, open.host, ['tea']);
    expect(add(open, open.people[3]!, 'juice')).toBeNull();
    const closed = start();
    expect(add(closed, closed.people[1]!, 'juice')).toBe('not-allowed');
    expect(add(closed, closed.host, 'juice')).toBeNull();
    give(closed, closed.host, ['juice']);
    expect(add(closed, closed.host, 'milk')).toBe('stale');
    expect(closed.refusal(closed.host, 'poll', 'removeOption', { id: 'juice' })).toBe('stale');
  });
});
