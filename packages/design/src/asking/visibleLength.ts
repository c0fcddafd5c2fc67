const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How many characters a person would count: an emoji with its skin tone is one, a letter with its
 * accent is one. Texts of plain ASCII (nearly all) are counted without segmenting.
 */
export function visibleLength(text: string): number {
  if (isAscii(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // CR LF is one visible character, so a carriage return goes the long way.
    if (code > 126 || code === 13) return false;
  }
  return true;
}
