/** A word at the very end, with nothing in front of it that gives it a meaning of its own. */
const LAST = /(?:^|\s)([\p{L}\p{N}]{2,})$/u;

/**
 * What was typed, and the word at its end where that may be half written: it matches all that begin so.
 * Inside of quotes nothing is, and `or` is no word.
 */
export function spoken(words: string): { said: string; last: string } {
  const last = LAST.exec(words)?.[1] ?? '';
  const isQuoted = words.split('"').length % 2 === 0;
  if (last === '' || isQuoted || last.toLowerCase() === 'or') return { said: words, last: '' };
  return { said: words.slice(0, -last.length).trimEnd(), last };
}
