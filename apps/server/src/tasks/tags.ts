/** A `#` at the start of a word; part of an address or of a number (`#338`) it marks nothing. */
const TAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_-]{1,40})/gu;

/** The most tags of one task. */
const MOST = 20;

/** The `#words` in texts, lower case, without their `#`, each once. */
export function tagsIn(...texts: readonly string[]): string[] {
  const found = texts
    .flatMap((text) => [...text.matchAll(TAG)])
    .flatMap(([, word = '']) => (/\p{L}/u.test(word) ? [word.toLowerCase()] : []));
  return [...new Set(found)].slice(0, MOST);
}
