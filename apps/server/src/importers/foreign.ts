import type { ForeignFormat } from '@rondo/contract';
import type { OutcomePart, OutcomeTopic } from '@rondo/meeting';

/** A task as another tool has it: nobody here yet. */
export interface ForeignTask {
  readonly text: string;
  readonly owner: string | null;
  readonly done: boolean;
  /** The title of the topic from which it comes, where the file says so. */
  readonly topic?: string;
}

/** What was understood of a file of another tool. */
export interface Foreign {
  readonly format: ForeignFormat;
  /** As the file calls it; empty where it does not. */
  readonly name: string;
  /** ms since 1970; null: the file does not say. */
  readonly heldAt: number | null;
  readonly parts: readonly OutcomePart[];
  readonly tasks: readonly ForeignTask[];
}

/** Why a file cannot be imported; `where`: such as a line. */
export interface NotForeign {
  readonly failure: 'empty' | 'unknown' | 'unreadable' | 'too-large';
  readonly where: string | null;
}

/** The longest text of a card or task that is kept; longer ones end there. Characters. */
const LONGEST = 20_000;

/** A text as it is kept: trimmed, without characters that are none, and without the mark against formulas. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .slice(0, LONGEST)
    .toWellFormed();
}

/** A name as it is kept; null: nobody's, or anonymous. */
export function author(name: string | undefined): string | null {
  const clean = cleaned(name ?? '').slice(0, 100);
  return clean === '' || /^(anonymous|anonym|unknown)$/i.test(clean) ? null : clean;
}

/** A number of votes; null where there is none. */
export function votesIn(text: string | undefined): number | null {
  const found = /^\s*\+?(\d{1,6})\s*$/.exec(text ?? '');
  return found ? Number(found[1]) : null;
}

/** Columns of boards in which teams collect what they are going to do. */
export const isActions = (column: string): boolean =>
  /^\W*(actions?|action (items?|points?)|next steps?|to-?dos?|maßnahmen|aktionen|nächste schritte)\W*$/i.test(
    column.trim(),
  );

export const emptyTopic = (title: string): OutcomeTopic => ({
  title,
  votes: null,
  notes: '',
  parked: false,
  cards: [],
  comments: [],
  tasks: [],
});

/** A topic is called after its first card where nobody has given it a name. */
export const titleOf = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line;
};
