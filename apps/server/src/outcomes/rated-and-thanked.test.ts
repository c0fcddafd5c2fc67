import type { Outcome } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';

const scale = {
  as: 'scale' as const,
  low: { en: 'Not good', de: 'Nicht gut' },
  high: { en: 'Good', de: 'Gut' },
  from: 1,
  fewest: 5,
};

const outcome: Outcome = {
  format: 1,
  name: 'Health',
  activity: 'Health check',
  startedAt: Date.UTC(2026, 10, 20, 9),
  endedAt: Date.UTC(2026, 10, 20, 10),
  facilitator: 'Ada',
  people: [{ name: 'Ada', role: 'member' }],
  phases: [
    {
      id: 'rate-1' as Outcome['phases'][number]['id'],
      kind: 'rate',
      title: 'Rate',
      parts: [
        {
          ...scale,
          statement: 'pace',
          question: { en: 'Our pace is right', de: 'Unser Tempo stimmt' },
          counts: [1, 0, 0, 0, 5],
          answers: 6,
          score: 'average',
          comments: ['=too fast'],
        },
        {
          ...scale,
          statement: 'again',
          question: 'Would you recommend us?',
          counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3],
          answers: 6,
          from: 0,
          score: 'enps',
        },
        {
          ...scale,
          statement: 'fun',
          question: 'Fun',
          counts: [0, 2, 3],
          answers: 5,
          score: 'none',
          points: [{ label: 'no', sign: '🔴' }, { label: 'so' }, { label: 'yes', sign: '🟢' }],
        },
        { ...scale, statement: 'secret', question: 'Trust', counts: null, answers: 6 },
      ],
    },
    {
      id: 'appreciate-1' as Outcome['phases'][number]['id'],
      kind: 'appreciate',
      title: 'Thanks',
      parts: [
        {
          as: 'kudos',
          kudos: [
            { to: ['Kim', 'Bo'], text: 'The demo', by: 'Ada', reactions: [] },
            { to: [], team: true, text: 'Such patience' },
          ],
        },
      ],
    },
  ],
  tasks: [],
};

test('Markdown tells what points mean, the figure, comments, and how many answers are needed', () => {
  const text = outcomeMarkdown(outcome, 'de', 'UTC');
  expect(text).toContain('**Unser Tempo stimmt** (6 Antworten)');
  expect(text).toContain('- 5 (Gut): 5');
  expect(text).toContain('Durchschnitt: 4,3');
  expect(text).toContain('- =too fast');
  expect(text).toContain('Empfehlungswert: 100');
  expect(text).toContain('- 🟢 yes: 3');
  expect(text).toContain('Gezeigt ab 5 Antworten.');
});

test('thanks are grouped by whom they are for', () => {
  const text = outcomeMarkdown(outcome, 'en', 'UTC');
  expect(text).toContain('**Kim**\n\n- The demo (Ada)');
  expect(text).toContain('**Bo**\n\n- The demo (Ada)');
  expect(text).toContain('**The whole team**\n\n- Such patience\n');
});

test('CSV has a row for each point, comment and thank-you', () => {
  const rows = outcomeCsv(outcome, 'en').trim().split('\r\n');
  expect(rows).toContain('answers,Rate,Our pace is right,5,,5 (Good),,,');
  expect(rows).toContain("comment,Rate,Our pace is right,,,'=too fast,,,");
  expect(rows).toContain('kudos,Thanks,"Kim, Bo",,,The demo,Ada,,');
  expect(rows.filter((row) => row.includes('Trust'))).toEqual([]);
});

test('the mail has a figure for each statement and the thanks', () => {
  const lists =
    outcomeLetter({ language: 'en', zone: 'UTC' }, outcome, {
      url: 'https://rondo.example',
      tasks: 'https://rondo.example',
    }).lists ?? [];
  expect(lists.find(({ title }) => title === 'How you see it')?.items).toEqual([
    'Our pace is right Average: 4.3',
    'Would you recommend us? Recommendation score: 100',
  ]);
  expect(lists.find(({ title }) => title === 'Thanks for')?.items).toEqual([
    'Kim: The demo',
    'Bo: The demo',
    'The whole team: Such patience',
  ]);
});

test('a part that this release does not know is left out', () => {
  const [rate] = outcome.phases;
  if (!rate) throw new Error('there is one');
  const newer: Outcome = { ...outcome, phases: [{ ...rate, parts: [{ as: 'dreams' } as never] }] };
  expect(outcomeMarkdown(newer, 'en', 'UTC')).toContain('## Rate');
  expect(outcomeCsv(newer, 'en')).not.toContain('dreams');
});
