import type { Outcome } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';

const spread = [
  { value: '5', count: 2 },
  { value: 'pass', count: 1 },
];

const outcome: Outcome = {
  format: 1,
  name: 'Sprint 118',
  activity: 'Poker',
  startedAt: Date.UTC(2026, 10, 20, 9),
  endedAt: Date.UTC(2026, 10, 20, 10),
  facilitator: 'Ada',
  people: [{ name: 'Ada', role: 'member' }],
  phases: [
    {
      id: 'estimate-1' as Outcome['phases'][number]['id'],
      kind: 'estimate',
      title: { en: 'Estimate', de: 'Schätzen' },
      parts: [
        {
          as: 'estimates',
          dimensions: [
            { id: 'effort', name: { en: 'Effort', de: 'Aufwand' } },
            { id: 'risk', name: '=Risk' },
          ],
          figure: 'Sum',
          stories: [
            {
              title: 'Log in | out',
              link: 'https://x.example/1',
              description: 'With a key',
              acceptance: 'It opens',
              results: [
                { score: '5', spread, rounds: 1 },
                { score: '-1', spread: [], rounds: 0 },
              ],
              figure: 1.23456,
              comments: [{ text: 'Careful', by: 'Ada', reply: false }],
            },
            {
              title: 'Dark theme',
              link: null,
              description: '',
              acceptance: '',
              results: [
                { score: null, spread: [], rounds: 0 },
                { score: null, spread: [], rounds: 0 },
              ],
              figure: null,
              comments: [],
            },
          ],
        },
      ],
    },
  ],
  tasks: [],
};

test('the CSV has a row for each story and a column for each dimension; no cell is a formula', () => {
  const [heads = '', first = '', comment = '', second = ''] = outcomeCsv(outcome, 'en')
    .slice(1)
    .split('\r\n');
  expect(heads.split(',').slice(-5)).toEqual([
    'Effort',
    "'=Risk",
    'Sum',
    'Link',
    'Acceptance criteria',
  ]);
  const at = (row: string, head: string) => row.split(',')[heads.split(',').indexOf(head)];
  expect([at(first, 'topic'), at(first, 'text')]).toEqual(['Log in | out', 'With a key']);
  expect([at(first, 'Effort'), at(first, "'=Risk"), at(first, 'Sum')]).toEqual([
    '5',
    "'-1",
    '1.23',
  ]);
  expect(at(comment, 'author')).toBe('Ada');
  expect([at(second, 'type'), at(second, 'Effort')]).toEqual(['story', '']);
});

test('Markdown has a table, and below it what else is known of a story', () => {
  const text = outcomeMarkdown(outcome, 'de', 'UTC');
  expect(text).toContain('| Story | Aufwand | =Risk | Sum |');
  expect(text).toContain('| Log in \\| out | 5 | -1 | 1.23 |');
  expect(text).toContain('| Dark theme |  |  |  |');
  expect(text).toContain('- Aufwand, Karten: 2 × 5, 1 × passe');
  expect(text).toContain('**Akzeptanzkriterien**\n\nIt opens');
  expect(text).toContain('- Ada: Careful');
  expect(text).not.toContain('### Dark theme');
});

test('the mail lists the stories with their scores', () => {
  const letter = outcomeLetter({ language: 'en', zone: 'UTC' }, outcome, {
    url: 'https://rondo.example/m/1',
    tasks: 'https://rondo.example/m/1',
  });
  const items = letter.lists?.flatMap((list) => list.items) ?? [];
  expect(items).toContain('Log in | out (Effort 5, =Risk -1, Sum 1.23)');
  expect(items).toContain('Dark theme (open)');
});
