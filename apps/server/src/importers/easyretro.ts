import { boardOf, type Note } from './board.ts';
import { cleaned, votesIn, type Foreign } from './foreign.ts';
import type { Table } from './table.ts';

const isVotes = (head: string): boolean => /^(votes?|likes?|stimmen)$/i.test(head);

/** A column of the board is a column of the table; a column with votes may stand behind each. */
export function readEasyRetro({ heads, rows }: Table): Foreign {
  const notes: Note[] = [];
  for (const [place, head] of heads.entries()) {
    if (head === '' || isVotes(head)) continue;
    const counts = isVotes(heads[place + 1] ?? '') ? place + 1 : null;
    for (const row of rows) {
      const text = cleaned(row[place] ?? '');
      if (text === '') continue;
      const votes = counts === null ? null : votesIn(row[counts]);
      notes.push({ text, column: cleaned(head), by: null, votes, under: [] });
    }
  }
  return boardOf('easyretro', { name: '', heldAt: null, notes });
}

/** Every second column has votes. */
export const looksLikeEasyRetro = ({ heads }: Table): boolean =>
  heads.filter(isVotes).length >= 2 || (heads.length === 2 && isVotes(heads[1] ?? ''));
