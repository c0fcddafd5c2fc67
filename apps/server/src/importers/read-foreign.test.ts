import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Foreign } from './foreign.ts';
import { previewOf } from './preview.ts';
import { readForeign } from './read-foreign.ts';

const sample = (file: string): Buffer => readFileSync(join(import.meta.dirname, 'testing', file));

function read(file: string, wanted: Parameters<typeof readForeign>[1] = {}): Foreign {
  const { found } = readForeign(sample(file), wanted);
  if ('failure' in found) throw new Error(found.failure);
  return found;
}

test('a retrospective of Parabol: groups are topics with their votes, talk and tasks', () => {
  const { format, heldAt, parts, tasks } = read('parabol-retro.csv');
  expect(format).toBe('parabol-retro');
  expect(new Date(heldAt ?? 0).toISOString()).toBe('2026-02-03T10:25:00.000Z');
  expect(tasks).toEqual([
    { text: 'Write the runbook', owner: 'Ada', done: false, topic: 'Deployments' },
  ]);
  expect(parts).toMatchObject([
    {
      as: 'topics',
      topics: [
        {
          title: 'Deployments',
          votes: 5,
          cards: [
            { text: 'Deploys on Friday, "quickly"', prompt: 'Stop' },
            { text: 'Rollbacks take an hour', prompt: 'Stop' },
          ],
          comments: [
            { text: 'Two times last month', by: 'Bo', reply: false },
            { text: 'Three', by: 'Ada', reply: true },
          ],
        },
        { title: 'Thanks', votes: 0, cards: [{ text: '=SUM(1) is a card, not a formula' }] },
      ],
    },
  ]);
  // Anonymous is nobody's name.
  expect(JSON.stringify(parts)).not.toContain('Anonymous');
});

test('an estimation of Parabol: a story with a score for each dimension', () => {
  expect(read('parabol-poker.csv').parts).toMatchObject([
    {
      as: 'estimates',
      dimensions: [{ name: 'Story Points' }, { name: 'Risk' }],
      stories: [
        { title: 'Sign in with SAML', results: [{ score: '8' }, { score: 'High' }] },
        { title: 'Dark theme', results: [{ score: null }, { score: null }] },
      ],
    },
  ]);
});

test('a board of scrumlr as JSON: stacks are topics, what stands under actions becomes tasks', () => {
  const { name, parts, tasks } = read('scrumlr.json');
  expect(name).toBe('Sprint 12');
  expect(tasks).toEqual([{ text: 'Book a room', owner: 'Bo', done: false }]);
  expect(parts).toMatchObject([
    {
      topics: [
        { title: 'Shorter demos', votes: 2, cards: [{ text: 'Shorter demos', prompt: 'Good' }] },
        {
          title: 'Pairing',
          votes: 1,
          cards: [
            { text: 'Pairing', by: 'Ada' },
            { text: 'Mobbing', by: 'Bo' },
          ],
        },
      ],
    },
  ]);
});

test('the same as CSV, with semicolons and a byte order mark', () => {
  const { parts, tasks } = read('scrumlr.csv');
  expect(tasks).toMatchObject([{ text: 'Raum buchen', owner: 'Bo' }]);
  expect(parts).toMatchObject([
    { topics: [{ title: 'Pärchen bilden', votes: 2, cards: [{}, { text: 'Zu dritt' }] }] },
  ]);
});

test('Markdown of Retrospected: details are left out, an action that stands twice is one', () => {
  const { name, parts, tasks } = read('retrospected.md');
  expect(name).toBe('Spring retro');
  expect(tasks).toEqual([{ text: 'Buy a plant', owner: null, done: false }]);
  expect(parts).toMatchObject([
    {
      topics: [
        {
          title: 'Green desk',
          votes: 3,
          cards: [{ prompt: 'What went well' }, { text: 'Greener desk' }],
        },
        { title: 'Lunch', votes: 0 },
      ],
    },
  ]);
});

test('Markdown of Retrospected as its summary copies it: the name below the heading of every board, groups, lines that go on', () => {
  const { name, parts, tasks } = read('retrospected-summary.md');
  expect(name).toBe('Sprint 12 of Team Blue');
  expect(tasks.map(({ text }) => text)).toEqual(['Buy a *new* build server', 'Write it down']);
  expect(parts).toEqual([
    {
      as: 'topics',
      topics: [
        expect.objectContaining({
          title: 'Builds',
          votes: 3,
          cards: [
            { text: 'Slow CI', prompt: 'What went well?' },
            { text: 'Flaky CI', prompt: 'What went well?' },
          ],
        }),
        expect.objectContaining({
          title: 'Lunch together',
          votes: 2,
          cards: [
            {
              text: 'Lunch together\nsecond line of it\n- with a list',
              prompt: 'What went well?',
            },
          ],
        }),
        expect.objectContaining({ title: 'Standups are long', votes: 0 }),
      ],
    },
  ]);
});

test('what is no text is not taken for a table', () => {
  const spreadsheet = Buffer.from('PK\x03\x04\x14\0\x06,\0\n\0\x08,\0!\n', 'latin1');
  expect(readForeign(spreadsheet, {}).found).toEqual({ failure: 'unreadable', where: null });
  expect(readForeign(spreadsheet, { format: 'csv' }).found).toMatchObject({
    failure: 'unreadable',
  });
});

test('EasyRetro: a column with votes behind each column of cards, as a spreadsheet saves UTF-16', () => {
  const { format, parts, tasks } = read('easyretro.csv');
  expect(format).toBe('easyretro');
  expect(tasks).toMatchObject([{ text: 'Headphones' }]);
  expect(parts).toMatchObject([
    { topics: [{ title: 'Noise', votes: 4 }, { title: 'Lunch', votes: 2 }, { title: 'Desk' }] },
  ]);
});

test('any table, as old Windows programs save it, by the columns that somebody chooses', () => {
  const mapping = { text: 1, column: 2, author: 0, votes: null };
  const { parts } = read('any.csv', { format: 'csv', mapping });
  expect(parts).toEqual([
    {
      as: 'cards',
      columns: [
        { prompt: 'Gut', cards: [{ text: 'Schöner Tag', by: 'Ada' }] },
        { prompt: 'Schlecht', cards: [{ text: 'Müde', by: 'Bo' }] },
      ],
    },
  ]);
});

test.each([
  ['', 'empty'],
  ['{"a":1}', 'unreadable'],
  ['one word', 'unknown'],
  ['a,"b\nc', 'unreadable'],
])('%j is refused: %s', (text, failure) => {
  expect(readForeign(Buffer.from(text), {}).found).toMatchObject({ failure });
});

test('no file of whatever bytes does more than be refused, or be kept as text that a database takes', () => {
  const files = [
    'parabol-retro.csv',
    'scrumlr.json',
    'scrumlr.csv',
    'retrospected.md',
    'easyretro.csv',
  ];
  const spoiled = fc
    .tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }))
    .map(([file, changes]) => {
      const bytes = Buffer.from(sample(file));
      for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
      return bytes;
    });
  const anything = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  const holds = fc.check(
    fc.property(fc.oneof(spoiled, anything), (bytes) => {
      const read = readForeign(bytes, {});
      const preview = previewOf(read);
      if ('failure' in read.found) return preview.failure !== null;
      const text = JSON.stringify(read.found);
      return !text.includes(String.raw`\u0000`) && !/\\ud[89a-f]/i.test(text);
    }),
    { numRuns: 1_500 },
  );
  expect(holds.failed, fc.defaultReportMessage(holds)).toBe(false);
});
