/** Stand around what was found in what PostgreSQL returns: characters that nobody types (Unicode's private ones). */
export const START = '\uE000';
export const STOP = '\uE001';

export interface Piece {
  text: string;
  hit: boolean;
}

/** A marked text in pieces, so that nothing in it is ever taken for HTML. */
export function inPieces(marked: string): Piece[] {
  return marked
    .split(START)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, hit: false }];
      const [hit = '', ...rest] = part.split(STOP);
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
