import type { ColumnMapping } from '@rondo/contract';
import { boardOf } from './board.ts';
import { author, cleaned, votesIn, type Foreign } from './foreign.ts';
import type { Table } from './table.ts';

const LIKELY = {
  text: /^(text|content|card|note|message|description|inhalt|karte|beschreibung)$/i,
  column: /^(column|category|lane|list|prompt|topic|type|spalte|kategorie|liste)$/i,
  author: /^(author|by|who|name|creator|user|autor|von|verfasser)$/i,
  votes: /^(votes?|likes?|points|stimmen)$/i,
};

/** A guess at which column holds what; where nothing fits, the one with the longest texts is what was written. */
export function guessMapping({ heads, rows }: Table): ColumnMapping {
  const find = (words: RegExp): number | null => {
    const place = heads.findIndex((head) => words.test(head.trim()));
    return place === -1 ? null : place;
  };
  const lengths = heads.map((_, place) =>
    rows.slice(0, 100).reduce((sum, row) => sum + (row[place]?.length ?? 0), 0),
  );
  return {
    text: find(LIKELY.text) ?? lengths.indexOf(Math.max(...lengths, 0)),
    column: find(LIKELY.column),
    author: find(LIKELY.author),
    votes: find(LIKELY.votes),
  };
}

/** A row for each card, in the columns that somebody has chosen. */
export function readAnyTable(
  { rows }: Table,
  { text, column, author: by, votes }: ColumnMapping,
): Foreign {
  const at = (row: readonly string[], place: number | null): string =>
    place === null ? '' : (row[place] ?? '');
  const notes = rows
    .map((row) => ({
      text: cleaned(at(row, text)),
      column: cleaned(at(row, column)).slice(0, 400),
      by: author(at(row, by)),
      votes: votes === null ? null : votesIn(at(row, votes)),
      under: [],
    }))
    .filter((note) => note.text !== '');
  return boardOf('csv', { name: '', heldAt: null, notes });
}
