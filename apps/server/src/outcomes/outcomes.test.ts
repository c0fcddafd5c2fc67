import type { Outcome, TaskId } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';
import { fileName } from './words.ts';

const task = 'task-1' as TaskId;

const outcome: Outcome = {
  format: 1,
  name: 'Sprint 118',
  activity: { en: 'Start Stop Continue', de: 'Anfangen Aufhören Weitermachen' },
  startedAt: Date.UTC(2026, 10, 20, 9),
  endedAt: Date.UTC(2026, 10, 20, 10),
  facilitator: 'Ada',
  people: [
    { name: 'Ada', role: 'member' },
    { name: 'Kim', role: 'guest' },
  ],
  phases: [
    {
      id: 'discuss-1' as Outcome['phases'][number]['id'],
      kind: 'discuss',
      title: { en: 'Discuss', de: 'Besprechen' },
      parts: [
        {
          as: 'topics',
          topics: [
            {
              title: 'Release\nnotes',
              votes: 3,
              notes: 'Who writes them?',
              parked: false,
              cards: [
                { text: '=cmd("x"), "quoted"', prompt: { en: 'Start', de: 'Anfangen' } },
                { text: 'Added while talking', prompt: '', by: 'Kim' },
              ],
              comments: [
                { text: 'Me', by: 'Ada', reply: false },
                { text: 'And me\ntoo', by: 'Kim', reply: true },
              ],
              tasks: [task],
            },
          ],
        },
        { as: 'scale', question: 'Worth it?', counts: null, answers: 2, low: 'no', high: 'yes' },
      ],
    },
  ],
  tasks: [
    { id: task, text: 'Write them', owner: 'Kim', due: '2026-12-01', done: false, topic: null },
  ],
};

test('Markdown keeps headings on one line and the lines of an answer in their item', () => {
  const text = outcomeMarkdown(outcome, 'en', 'UTC');
  expect(text).toContain('### Release notes (3 votes)');
  expect(text).toContain('  - Kim: And me\n    too');
  expect(text).toContain('- Added while talking (Kim)');
  expect(text).toContain('- [ ] Write them (Kim, by 2026-12-01)');
  expect(text).toContain('- Kim (guest)');
  expect(text).toContain('Too few answers');
});

test('Markdown is in the language that is asked for', () => {
  expect(outcomeMarkdown(outcome, 'de', 'UTC')).toContain('Anfangen: =cmd');
});

test('where nobody voted, no votes are told', () => {
  const unvoted = structuredClone(outcome);
  const [part] = unvoted.phases[0]?.parts ?? [];
  if (part?.as !== 'topics' || !part.topics[0]) throw new Error('The first part holds topics');
  part.topics[0].votes = 0;
  const links = { url: 'https://rondo.example/m/x/outcome', tasks: 'https://rondo.example' };
  const titles = () =>
    outcomeLetter({ language: 'en', zone: 'UTC' }, unvoted, links).lists?.find(isTopics)?.items;
  const isTopics = ({ title }: { title: string }): boolean => title === 'Topics';
  expect(outcomeMarkdown(unvoted, 'en', 'UTC')).toContain('### Release notes\n');
  expect(outcomeCsv(unvoted, 'en')).toContain('notes,Discuss,"Release\nnotes",,');
  expect(titles()).toEqual(['Release\nnotes']);
  part.topics.push({ ...part.topics[0], title: 'Other', votes: 2 });
  expect(titles()).toEqual(['Release\nnotes (0 votes)', 'Other (2 votes)']);
});

test('in CSV nothing is a formula, and quotes and commas stay in their cell', () => {
  const text = outcomeCsv(outcome, 'en');
  expect(text.startsWith('\uFEFFtype,')).toBe(true);
  expect(text).toContain(`"'=cmd(""x""), ""quoted"""`);
  const rows = text.trim().split('\r\n');
  expect(rows.filter((row) => row.startsWith('task,'))).toEqual([
    expect.stringContaining('Write them,Kim,2026-12-01,no'),
  ]);
});

test('the mail lists next steps and topics and links to all of it', () => {
  const letter = outcomeLetter({ language: 'de', zone: 'UTC' }, outcome, {
    url: 'https://rondo.example/m/x/outcome',
    tasks: 'https://rondo.example/m/x/outcome',
  });
  expect(letter.subject).toBe('Ergebnis: Sprint 118');
  expect(letter.lists?.[0]).toEqual({
    title: 'Vereinbarte nächste Schritte: Kim',
    items: ['Write them (bis 1. Dezember 2026)'],
  });
  expect(letter.button?.url).toBe('https://rondo.example/m/x/outcome');
});

test('file names hold nothing that a system would refuse', () => {
  expect(fileName({ ...outcome, name: '../../a: "b"?' }, 'md', 'UTC')).toBe('a-b-2026-11-20.md');
  expect(fileName({ ...outcome, name: '???' }, 'csv', 'UTC')).toBe('meeting-2026-11-20.csv');
});
