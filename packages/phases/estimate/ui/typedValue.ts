/** So long after a key, ms, the next one still belongs to the same value. */
const PAUSE = 900;

/**
 * What somebody picks by typing: the card whose value begins with what was typed so far, an equal one
 * first. A key that goes on with no value begins anew.
 * @param before what was typed before, and when, ms
 * @returns what counts as typed now (empty: the key is none of the deck's), and the card it means
 */
export function typedValue(
  deck: readonly string[],
  before: { text: string; at: number },
  key: string,
  now: number,
): { text: string; value: string | null } {
  const char = key === ',' ? '.' : key.toLowerCase();
  const sofar = now - before.at <= PAUSE ? before.text : '';
  for (const text of sofar === '' ? [char] : [sofar + char, char]) {
    const value = meant(deck, text);
    if (value !== null) return { text, value };
  }
  return { text: '', value: null };
}

function meant(deck: readonly string[], text: string): string | null {
  const low = (value: string): string => value.toLowerCase();
  return (
    deck.find((value) => low(value) === text) ??
    deck.find((value) => low(value).startsWith(text)) ??
    null
  );
}
