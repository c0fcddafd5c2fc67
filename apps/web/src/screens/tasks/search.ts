import { COLUMNS, type ColumnName } from './columns.ts';

type Raw = Readonly<Record<string, unknown>>;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const oneOf = <const Value extends string>(
  value: unknown,
  values: readonly Value[],
): Value | undefined => values.find((each) => each === value);

export interface BoardSearch {
  /** The task that is open in its dialog. */
  task?: string;
  tag?: string;
  /** A member, or `nobody`. */
  owner?: string;
  view?: 'archived';
}

/** What stands behind the `?` of a board; what nobody could have meant is left out. */
export function readBoardSearch({ task, tag, owner, view }: Raw): BoardSearch {
  return withoutGaps({
    task: textIn(task),
    tag: textIn(tag),
    owner: textIn(owner),
    view: oneOf(view, ['archived']),
  });
}

export interface MySearch {
  team?: string;
  column?: ColumnName;
  due?: 'overdue' | 'week' | 'none';
  tag?: string;
  archived?: 'yes';
}

export function readMySearch({ team, column, due, tag, archived }: Raw): MySearch {
  return withoutGaps({
    team: textIn(team),
    column: oneOf(column, COLUMNS),
    due: oneOf(due, ['overdue', 'week', 'none']),
    tag: textIn(tag),
    archived: oneOf(archived, ['yes']),
  });
}

/** Without the fields that have no value: they would stand in the address. */
const withoutGaps = <T extends object>(all: T): T =>
  // Leaving out what is optional leaves the same type.
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
