import { boardOf, type Note } from './board.ts';
import { author, cleaned, votesIn, type Foreign } from './foreign.ts';
import { cellsOf, type Table } from './table.ts';

export const SCRUMLR_CSV = ['note_id', 'text', 'column', 'stack'];

/** A row for each note, with a column for each voting. */
export function readScrumlrCsv(table: Table): Foreign {
  const cell = cellsOf(table);
  const votings = table.heads.filter((head) => /^voting_\d+$/i.test(head));
  const ids = new Set(table.rows.map((row) => cell(row, 'note_id')));
  const isBelow = (row: readonly string[]): boolean => {
    const stack = cell(row, 'stack');
    return stack !== '' && stack !== 'null' && stack !== cell(row, 'note_id') && ids.has(stack);
  };
  const byStack = Map.groupBy(table.rows.filter(isBelow), (row) => cell(row, 'stack'));
  const noteOf = (row: readonly string[], under: readonly Note[]): Note => ({
    text: cleaned(cell(row, 'text')),
    column: cleaned(cell(row, 'column')),
    by: author(cell(row, 'author')),
    votes:
      votings.length === 0
        ? null
        : votings.reduce((sum, head) => sum + (votesIn(cell(row, head)) ?? 0), 0),
    under,
  });
  const notes = table.rows
    .filter((row) => !isBelow(row))
    .map((row) =>
      noteOf(
        row,
        (byStack.get(cell(row, 'note_id')) ?? []).map((each) => noteOf(each, [])),
      ),
    )
    .filter(({ text }) => text !== '');
  return boardOf('scrumlr-csv', { name: '', heldAt: null, notes });
}
