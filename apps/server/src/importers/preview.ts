import type { ForeignPreview } from '@rondo/contract';
import { inLanguage, type OutcomePart } from '@rondo/meeting';
import type { ReadForeign } from './read-foreign.ts';

/** Shown of each column, and of a table. */
const MOST_CARDS = 5;
const MOST_ROWS = 5;
const LONGEST = 200;

const NOTHING = { topics: 0, cards: 0, stories: 0, comments: 0, tasks: 0 };

/** What a file would bring, in short. */
export function previewOf({ format, found, table, mapping }: ReadForeign): ForeignPreview {
  const shown = {
    format,
    table: {
      heads: [...(table?.heads ?? [])],
      rows: (table?.rows ?? []).slice(0, MOST_ROWS).map((row) => row.map(cut)),
    },
    mapping,
  };
  if ('failure' in found) {
    const { failure, where } = found;
    return {
      ...shown,
      failure,
      failedAt: where,
      name: '',
      heldAt: null,
      columns: [],
      counts: NOTHING,
    };
  }
  const columns = Map.groupBy(found.parts.flatMap(cardsOf), ({ column }) => column);
  const tasks = found.tasks.length;
  return {
    ...shown,
    failure: null,
    failedAt: null,
    name: found.name,
    heldAt: found.heldAt === null ? null : new Date(found.heldAt).toISOString(),
    columns: [...columns].map(([title, cards]) => ({
      title,
      cards: cards.slice(0, MOST_CARDS).map(({ text }) => cut(text)),
      more: Math.max(0, cards.length - MOST_CARDS),
    })),
    counts: found.parts.reduce((sum, part) => added(sum, part), { ...NOTHING, tasks }),
  };
}

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;

function cardsOf(part: OutcomePart): { column: string; text: string }[] {
  switch (part.as) {
    case 'topics':
      return part.topics.flatMap(({ cards }) =>
        cards.map(({ prompt, text }) => ({ column: inLanguage(prompt, 'en'), text })),
      );
    case 'cards':
      return part.columns.flatMap(({ prompt, cards }) =>
        cards.map(({ text }) => ({ column: inLanguage(prompt, 'en'), text })),
      );
    case 'estimates':
      return part.stories.map(({ title, results }) => ({
        column: '',
        text: [title, ...results.flatMap(({ score }) => score ?? [])].join(' · '),
      }));
    default:
      // Files of other tools have no other parts.
      return [];
  }
}

function added(sum: ForeignPreview['counts'], part: OutcomePart): ForeignPreview['counts'] {
  switch (part.as) {
    case 'topics':
      return {
        ...sum,
        topics: sum.topics + part.topics.length,
        cards: sum.cards + part.topics.reduce((n, { cards }) => n + cards.length, 0),
        comments: sum.comments + part.topics.reduce((n, { comments }) => n + comments.length, 0),
      };
    case 'cards':
      return {
        ...sum,
        cards: sum.cards + part.columns.reduce((n, { cards }) => n + cards.length, 0),
      };
    case 'estimates':
      return { ...sum, stories: sum.stories + part.stories.length };
    default:
      return sum;
  }
}
