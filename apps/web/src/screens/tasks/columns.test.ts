import type { TeamTask } from '@rondo/contract';
import { expect, test } from 'vitest';
import { columnBeside, dueness, inColumn, moved, stepIn, type ColumnName } from './columns.ts';

const task = (id: string, column: ColumnName): TeamTask => ({
  id,
  team: 'team',
  text: id,
  owner: null,
  due: null,
  status: column === 'done' ? 'done' : 'open',
  stage: column === 'done' ? 'active' : column,
  tags: [],
  private: false,
  archived: false,
  hasDetails: false,
  comments: 0,
  meeting: { id: null, name: '', topic: null },
  createdAt: '2026-01-01T00:00:00.000Z',
  closedAt: null,
  reviewed: { times: 0, missed: 0 },
  helped: null,
});
const BOARD = [task('a', 'active'), task('b', 'active'), task('c', 'active'), task('d', 'done')];
const ids = (tasks: readonly TeamTask[], column: ColumnName) =>
  inColumn(tasks, column).map(({ id }) => id);

test('a task goes behind another one, or to the front', () => {
  expect(ids(moved(BOARD, 'a', { column: 'active', behind: 'b' }), 'active')).toEqual([
    'b',
    'a',
    'c',
  ]);
  expect(ids(moved(BOARD, 'c', { column: 'active', behind: null }), 'active')).toEqual([
    'c',
    'a',
    'b',
  ]);
  const stuck = moved(BOARD, 'b', { column: 'stuck', behind: null });
  expect([ids(stuck, 'active'), ids(stuck, 'stuck')]).toEqual([['a', 'c'], ['b']]);
});

test('what is done now stands in front of what was done before, and may come back', () => {
  expect(ids(moved(BOARD, 'a', { column: 'done', behind: 'd' }), 'done')).toEqual(['a', 'd']);
  expect(moved(BOARD, 'd', { column: 'future', behind: null })[0]).toMatchObject({
    status: 'open',
    stage: 'future',
  });
});

test('one step up or down, as far as there is one', () => {
  const [a, b, c, d] = BOARD as [TeamTask, TeamTask, TeamTask, TeamTask];
  const after = (each: TeamTask, step: 'up' | 'down') => {
    const place = stepIn(BOARD, each, step);
    return place && ids(moved(BOARD, each.id, place), 'active');
  };
  expect(after(b, 'up')).toEqual(['b', 'a', 'c']);
  expect(after(c, 'up')).toEqual(['a', 'c', 'b']);
  expect(after(a, 'down')).toEqual(['b', 'a', 'c']);
  expect([after(a, 'up'), after(c, 'down'), after(d, 'up')]).toEqual([null, null, null]);
});

test('columns end at both sides', () => {
  expect(columnBeside('future', -1)).toBeNull();
  expect(columnBeside('active', 1)).toBe('stuck');
  expect(columnBeside('done', 1)).toBeNull();
});

test('only what is open can be overdue', () => {
  const on = (due: string | null, status: TeamTask['status'] = 'open') =>
    dueness({ due, status }, '2026-06-15');
  expect([on(null), on('2026-06-14'), on('2026-06-15'), on('2026-06-16')]).toEqual([
    null,
    'overdue',
    'today',
    'later',
  ]);
  expect(on('2026-06-14', 'done')).toBe('later');
});
