import type { ForeignFormat } from '@rondo/contract';
import type { OutcomePart, OutcomeTopic } from '@rondo/meeting';
import { emptyTopic, isActions, titleOf, type Foreign, type ForeignTask } from './foreign.ts';

/** A card of another tool's board, with what lies on it. */
export interface Note {
  readonly text: string;
  readonly column: string;
  readonly by: string | null;
  readonly votes: number | null;
  /** Cards that were put onto it. */
  readonly under: readonly Note[];
  /** It is the name of what lies on it, and no card itself. */
  readonly isGroup?: boolean;
}

/**
 * Columns of cards, as they were. Where cards have votes or lie on one another they were topics, the most
 * wanted first; what stands in a column for actions becomes tasks.
 */
export function boardOf(
  format: ForeignFormat,
  { name, heldAt, notes }: { name: string; heldAt: number | null; notes: readonly Note[] },
  more: readonly ForeignTask[] = [],
): Foreign {
  const actions = notes.filter(({ column }) => isActions(column));
  const cards = notes.filter(({ column }) => !isActions(column));
  const wereTopics = cards.some(({ votes, under }) => (votes ?? 0) > 0 || under.length > 0);
  return {
    format,
    name,
    heldAt,
    parts: cards.length === 0 ? [] : [wereTopics ? topics(cards) : columns(cards)],
    tasks: [
      ...actions.flatMap(cardsOf).map(({ text, by }) => ({ text, owner: by, done: false })),
      ...more,
    ],
  };
}

const cardsOf = (note: Note): readonly Note[] =>
  note.isGroup ? note.under : [note, ...note.under];

function topics(notes: readonly Note[]): OutcomePart {
  const found = notes.map((note): OutcomeTopic => ({
    ...emptyTopic(titleOf(note.text)),
    votes: note.votes,
    cards: cardsOf(note).map(({ text, column, by }) => ({
      text,
      prompt: column,
      ...(by !== null && { by }),
    })),
  }));
  return { as: 'topics', topics: found.toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0)) };
}

function columns(notes: readonly Note[]): OutcomePart {
  const byColumn = Map.groupBy(notes, ({ column }) => column);
  return {
    as: 'cards',
    columns: [...byColumn].map(([prompt, cards]) => ({
      prompt,
      cards: cards.map(({ text, by }) => ({ text, ...(by !== null && { by }) })),
    })),
  };
}
