import type { Outcome, OutcomePart } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { documentsOf } from './documents.ts';

const outcome = (...parts: OutcomePart[]): Outcome => ({
  format: 1,
  name: 'Sprint 117',
  activity: { en: 'Looking back', de: 'Rückblick' },
  startedAt: 0,
  endedAt: 1,
  facilitator: 'Ada',
  people: [],
  phases: [{ id: 'one' as never, kind: 'respond', title: 'One', parts }],
  tasks: [],
});

test('an outcome is found by its name and by what its activity is called in both languages', () => {
  expect(documentsOf(outcome(), 'en')).toEqual([
    { kind: 'outcome', title: 'Sprint 117', body: 'Looking back\nRückblick' },
  ]);
});

test('a question stands with its answers in the language of the team, without who gave them', () => {
  const answers: OutcomePart = {
    as: 'answers',
    question: { en: 'Today?', de: 'Heute?' },
    answers: [{ text: 'Ship it', by: 'Bo', comments: [{ text: 'Nice', by: 'Cy', reply: false }] }],
    missing: ['Dee'],
  };
  expect(documentsOf(outcome(answers), 'de').slice(1)).toEqual([
    { kind: 'answer', title: 'Heute?', body: 'Ship it\nNice' },
  ]);
});

test('nothing is made of what nobody answered, and of what was withdrawn', () => {
  const poll: OutcomePart = {
    as: 'poll',
    question: 'Move?',
    way: 'consent',
    options: [{ label: 'Yes', count: 1, by: ['Bo'] }],
    answers: 1,
    reasons: [{ text: 'Too early', option: 'Yes', by: 'Bo', withdrawn: true }],
    decision: 'We move',
  };
  const documents = documentsOf(
    outcome(poll, { as: 'answers', question: 'Why?', answers: [] }),
    'en',
  );
  expect(documents.slice(1)).toEqual([{ kind: 'topic', title: 'Move?', body: 'We move\nYes' }]);
});

test('what is very long is found by its beginning', () => {
  const part: OutcomePart = {
    as: 'agenda',
    items: [
      { id: 'a', text: 'Long', note: 'x'.repeat(99_999), by: 'Bo', pinned: false, done: true },
    ],
  };
  expect(documentsOf(outcome(part), 'en')[1]?.body).toHaveLength(30_000);
});
