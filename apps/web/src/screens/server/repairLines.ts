export interface Piece {
  id: number;
  text: string;
  isCode: boolean;
}

/**
 * The sentences of a repair, each a line of its own: they are one way to mend it each. What stands between
 * backticks is code, and goes on over full stops.
 */
export function linesOf(text: string): { id: number; pieces: readonly Piece[] }[] {
  const lines: { id: number; pieces: Piece[] }[] = [];
  let pieces: Piece[] = [];
  const end = (): void => {
    if (pieces.length > 0) lines.push({ id: lines.length, pieces });
    pieces = [];
  };
  const add = (words: string, isCode: boolean): void => {
    // A full stop alone, behind something to be copied, is only in the way.
    const isStop = pieces.at(-1)?.isCode && /^[.;]$/.test(words);
    if (words !== '' && !isStop) pieces.push({ id: pieces.length, text: words, isCode });
  };
  for (const [index, part] of text.split('`').entries()) {
    if (index % 2 === 1) add(part, true);
    else {
      for (const [at, sentence] of part.split(/(?<=[.;])\s+(?=\p{Lu}|$)/u).entries()) {
        if (at > 0) end();
        add(sentence, false);
      }
    }
  }
  end();
  return lines;
}
