const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One or two letters that stand for a name: first and last word, or the first two of a single one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = letters(words[0] ?? '?');
  const last = words.length > 1 ? letters(words.at(-1) ?? '') : [];
  const pair = words.length > 1 ? [first[0], last[0]] : first.slice(0, 2);
  return pair.join('').toLocaleUpperCase();
}

function letters(word: string): string[] {
  const all = Array.from(segmenter.segment(word), ({ segment }) => segment);
  const named = all.filter((segment) => /[\p{L}\p{N}]/u.test(segment));
  return named.length > 0 ? named : all;
}
