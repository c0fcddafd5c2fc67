import type { Outcome, OutcomePart } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { isAboutTasks } from './agreeing.ts';
import { tells } from './Part.tsx';

type Phase = Outcome['phases'][number];
type Task = Outcome['tasks'][number];

const held = (...kinds: string[]): Phase[] =>
  kinds.map((kind) => ({ id: `${kind}-1` as Phase['id'], kind, title: kind, parts: [] }));

const task: Task = {
  id: 't1' as Task['id'],
  text: 'Ask',
  due: null,
  done: false,
  topic: null,
  owner: null,
};

test('that nothing was agreed is told only where people talk about next steps', () => {
  expect(isAboutTasks({ tasks: [], phases: held('collect', 'discuss') })).toBe(true);
  expect(isAboutTasks({ tasks: [], phases: held('appreciate') })).toBe(false);
  expect(isAboutTasks({ tasks: [], phases: held('icebreaker', 'estimate') })).toBe(false);
});

test('what was agreed is always told', () => {
  expect(isAboutTasks({ tasks: [task], phases: held('appreciate') })).toBe(true);
});

test('a question tells something once somebody has answered it or is known not to have', () => {
  const part: OutcomePart = { as: 'answers', question: 'Today?', answers: [] };
  expect(tells(part)).toBe(false);
  expect(tells({ ...part, missing: [] })).toBe(false);
  expect(tells({ ...part, missing: ['Dee'] })).toBe(true);
  // Taken back, but others had said something about it.
  expect(tells({ ...part, answers: [{ text: '' }] })).toBe(true);
});
