import type { Outcome, OutcomePart } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';

const poll: OutcomePart = {
  as: 'poll',
  question: { en: 'Shall we move?', de: 'Ziehen wir um?' },
  way: 'consent',
  round: 2,
  options: [
    { label: { en: 'Consent', de: 'Zustimmung' }, count: 3, by: ['Ada', 'Bo'] },
    { label: { en: 'Objection', de: 'Einwand' }, count: 0, by: [] },
  ],
  answers: 3,
  verdict: 'passed',
  reasons: [
    { text: '=too far', option: { en: 'Objection', de: 'Einwand' }, by: 'Kim', withdrawn: true },
  ],
  decision: 'We move in May.',
};

const ranking: OutcomePart = {
  as: 'ranking',
  question: 'What first?',
  axes: null,
  answers: 2,
  items: [
    { title: 'Speed', place: 1, answers: 2, points: 1.5 },
    { title: 'Looks', place: 1, answers: 2, points: 1.5 },
    { title: 'Sound', place: null, answers: 0 },
  ],
};

const outcome: Outcome = {
  format: 1,
  name: 'Moving',
  activity: 'Decide',
  startedAt: 0,
  endedAt: Date.UTC(2026, 10, 20, 10),
  facilitator: 'Ada',
  people: [{ name: 'Ada', role: 'member' }],
  phases: [
    {
      id: 'poll-1' as Outcome['phases'][number]['id'],
      kind: 'poll',
      title: 'Poll',
      parts: [poll, ranking],
    },
  ],
  tasks: [],
};

test('Markdown tells the round, who chose what, reasons, ties and the decision', () => {
  const text = outcomeMarkdown(outcome, 'en', 'UTC');
  expect(text).toContain('**Shall we move?** (round 2, 3 answers)');
  expect(text).toContain('- Consent: 3 (Ada, Bo)');
  expect(text).toContain('- Objection: =too far (Kim, taken back)');
  expect(text).toContain('We move in May.');
  expect(text).toContain('- 1\\. Speed (1.5 points)\n- 1\\. Looks (1.5 points)\n- – Sound');
  expect(outcomeMarkdown(outcome, 'de', 'UTC')).toContain('1,5 Punkte');
});

test('of too few answers nothing but their number is told', () => {
  const few: OutcomePart = { ...poll, tooFew: true, answers: 2, reasons: [], decision: null };
  const phases = outcome.phases.map((each) => ({ ...each, parts: [few] }));
  expect(outcomeMarkdown({ ...outcome, phases }, 'en', 'UTC')).toContain('Too few answers');
  expect(outcomeMarkdown({ ...outcome, phases }, 'en', 'UTC')).not.toContain('Consent: ');
});

test('CSV has a row for each option, reason, decision and item, none of them a formula', () => {
  const text = outcomeCsv(outcome, 'en');
  expect(text).toContain('option,Poll,Shall we move?,3,,Consent,"Ada, Bo"');
  expect(text).toContain("reason,Poll,Shall we move?,,Objection,'=too far,Kim");
  expect(text).toContain('decision,Poll,Shall we move?,,,We move in May.');
  expect(text).toContain('ranked,Poll,What first?,1,1.5 points,Speed');
});

test('the mail says what was decided and what came first', () => {
  const lists = outcomeLetter({ language: 'de', zone: 'UTC' }, outcome, {
    url: 'https://rondo.example/x',
    tasks: 'https://rondo.example/x',
  }).lists;
  expect(lists?.find(({ title }) => title === 'Entschieden')?.items).toEqual([
    'Ziehen wir um? We move in May.',
    'What first? Speed, Looks',
  ]);
});
