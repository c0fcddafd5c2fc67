import type { TeamTask } from '@rondo/contract';

export const COLUMNS = ['future', 'active', 'stuck', 'done'] as const;
export type ColumnName = (typeof COLUMNS)[number];

export const columnOf = ({ status, stage }: TeamTask): ColumnName =>
  status === 'done' ? 'done' : stage;

/** The tasks of a column in their order. */
export const inColumn = (tasks: readonly TeamTask[], column: ColumnName): TeamTask[] =>
  tasks.filter((task) => columnOf(task) === column);

export interface Place {
  column: ColumnName;
  /** Null: the front. */
  behind: string | null;
}

/** The board after a move, as the server will tell it. */
export function moved(
  tasks: readonly TeamTask[],
  id: string,
  { column, behind }: Place,
): TeamTask[] {
  const task = tasks.find((each) => each.id === id);
  if (!task) return [...tasks];
  const rest = tasks.filter((each) => each.id !== id);
  const there: TeamTask =
    column === 'done'
      ? { ...task, status: 'done' }
      : { ...task, status: 'open', stage: column, closedAt: null };
  // What is done stands by when it was done, the latest first.
  const at =
    column === 'done' || behind === null ? -1 : rest.findIndex((each) => each.id === behind);
  return [...rest.slice(0, at + 1), there, ...rest.slice(at + 1)];
}

/** The place one step up or down in its column; null: there is none. */
export function stepIn(
  tasks: readonly TeamTask[],
  task: TeamTask,
  step: 'up' | 'down',
): Place | null {
  const column = columnOf(task);
  if (column === 'done') return null;
  const others = inColumn(tasks, column);
  const at = others.findIndex(({ id }) => id === task.id);
  if (step === 'up') return at <= 0 ? null : { column, behind: others[at - 2]?.id ?? null };
  const next = others[at + 1];
  return next ? { column, behind: next.id } : null;
}

/** The column to the left or right; null: there is none. */
export function columnBeside(column: ColumnName, step: -1 | 1): ColumnName | null {
  return COLUMNS[COLUMNS.indexOf(column) + step] ?? null;
}

/** How near its day is. */
export function dueness(
  { due, status }: Pick<TeamTask, 'due' | 'status'>,
  today: string,
): 'overdue' | 'today' | 'later' | null {
  if (due === null) return null;
  if (status !== 'open' || due > today) return 'later';
  return due === today ? 'today' : 'overdue';
}

/** This browser's day as YYYY-MM-DD. */
export function todayHere(now = new Date()): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
