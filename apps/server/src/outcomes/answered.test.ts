import type { Outcome } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';

const outcome: Outcome = {
  format: 1,
  name: 'Daily',
  activity: 'Daily standup',
  startedAt: Date.UTC(2026, 10, 20, 9),
  endedAt: Date.UTC(2026, 10, 20, 10),
  facilitator: 'Ada',
  people: [{ name: 'Ada', role: 'member' }],
  phases: [
    {
      id: 'respond-1' as Outcome['phases'][number]['id'],
      kind: 'respond',
      title: 'Answers',
      parts: [
        {
          as: 'answers',
          question: { en: 'In my way', de: 'Im Weg' },
          flag: true,
          answers: [
            {
              text: 'The build\nis slow',
              by: 'Ada',
              comments: [
                { text: 'I help', by: 'Bo', reply: false },
                { text: 'Thanks', by: 'Ada', reply: true },
              ],
              reactions: [{ sign: '👍', count: 2 }],
            },
            { text: '', by: 'Cy', comments: [{ text: 'Oh', by: 'Bo', reply: false }] },
          ],
        },
        {
          as: 'answers',
          question: 'Today',
          answers: [{ text: '=1+1', by: 'Bo', late: true }, { text: 'No name' }],
          missing: ['Dee', 'Eve'],
        },
      ],
    },
  ],
  tasks: [],
};

test('Markdown has the answers with what was said about them, who was late and who is missing', () => {
  const text = outcomeMarkdown(outcome, 'en', 'UTC');
  expect(text).toContain('- The build\n  is slow (Ada) 👍 2\n  - Bo: I help\n    - Ada: Thanks');
  expect(text).toContain('- *taken back* (Cy)');
  expect(text).toContain('- =1+1 (Bo, late)\n- No name\n');
  expect(text).toContain('No answer from: Dee, Eve');
  expect(outcomeMarkdown(outcome, 'de', 'UTC')).toContain('**Im Weg**');
});

test('Markdown leaves out a question without answers, and a phase that holds nothing else', () => {
  const [phase] = outcome.phases;
  const empty = { as: 'answers' as const, question: 'Nobody answered this', answers: [] };
  const held = (parts: Outcome['phases'][number]['parts']) =>
    outcomeMarkdown({ ...outcome, phases: phase ? [{ ...phase, parts }] : [] }, 'en', 'UTC');
  expect(held([empty])).not.toMatch(/Nobody answered this|## Answers/);
  const both = held([...(phase?.parts ?? []), empty]);
  expect(both).toBe(outcomeMarkdown(outcome, 'en', 'UTC'));
  expect(held([{ ...empty, missing: ['Dee'] }])).toContain(
    '## Answers\n\n**Nobody answered this**\n\nNo answer from: Dee',
  );
});

test('CSV has a row for each answer and comment, and no formula', () => {
  const rows = outcomeCsv(outcome, 'en').trim().split('\r\n');
  expect(rows.filter((row) => row.startsWith('late answer,'))).toEqual([
    expect.stringContaining("'=1+1,Bo"),
  ]);
  expect(rows.filter((row) => /^(comment|reply),/.test(row))).toHaveLength(3);
});

test('the mail lists who needs help, not what was taken back', () => {
  const lists =
    outcomeLetter({ language: 'de', zone: 'UTC' }, outcome, {
      url: 'https://rondo.example/x',
      tasks: 'https://rondo.example/x',
    }).lists ?? [];
  expect(lists.find(({ title }) => title === 'Braucht Hilfe')?.items).toEqual([
    'Ada: The build\nis slow',
  ]);
});
