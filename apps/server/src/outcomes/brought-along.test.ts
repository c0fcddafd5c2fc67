import type { Outcome, OutcomePart } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';

const parts: OutcomePart[] = [
  {
    as: 'reviewed',
    tasks: [
      {
        id: 'a',
        text: 'Write it',
        owner: 'Kim',
        due: '2026-12-01',
        meeting: 'Sprint 117',
        verdict: 'done',
        helped: { yes: 3, no: 1 },
      },
      { id: 'b', text: 'Try *it*', owner: null, meeting: 'Sprint 1', verdict: null, helped: null },
    ],
  },
  {
    as: 'agenda',
    items: [
      { id: 'c', text: 'Budget', note: 'Two\nnumbers', by: 'Ada', pinned: true, done: true },
      { id: 'd', text: 'Offsite', by: 'Kim', pinned: false, done: false },
    ],
    removed: ['e'],
  },
];

const outcome: Outcome = {
  format: 1,
  name: 'Sprint 118',
  activity: 'Weekly',
  startedAt: 0,
  endedAt: 1,
  facilitator: 'Ada',
  people: [],
  phases: [
    { id: 'one' as Outcome['phases'][number]['id'], kind: 'review', title: 'Review', parts },
  ],
  tasks: [],
};

test('Markdown ticks off what is done and what was talked about', () => {
  const text = outcomeMarkdown(outcome, 'en', 'UTC');
  expect(text).toContain(
    '- [x] Write it (Kim, by 2026-12-01, done, helped: 3 yes, 1 no, from Sprint 117)',
  );
  expect(text).toContain('- [ ] Try *it* (nobody yet, not decided, from Sprint 1)');
  expect(text).toContain('- [x] Budget (Ada, comes back every time)\n  Two\n  numbers');
  expect(text).toContain('- [ ] Offsite (Kim)');
});

test('CSV has a row for each promise and each item', () => {
  const rows = outcomeCsv(outcome, 'de').split('\r\n');
  expect(rows).toContain('promise,Review,Sprint 117,,,Write it,Kim,2026-12-01,erledigt');
  expect(rows).toContain('agenda,Review,Offsite,,,,Kim,,no');
});

test('the mail says what became of promises and what waits', () => {
  const { lists } = outcomeLetter({ language: 'en', zone: 'UTC' }, outcome, {
    url: 'https://rondo.example',
    tasks: 'https://rondo.example',
  });
  expect(lists).toContainEqual({ title: 'Waits for next time', items: ['Offsite'] });
  const promises = lists?.find(({ title }) => title === 'What became of earlier promises');
  expect(promises?.items[1]).toBe('Try it (nobody yet, not decided)');
});
