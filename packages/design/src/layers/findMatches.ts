/**
 * The items whose label holds every typed word, in the order a person expects: labels that begin with
 * what was typed, then labels with a word that begins so, then the rest. Case and accents do not count.
 */
export function findMatches<Item extends { label: string }>(
  items: readonly Item[],
  typed: string,
): Item[] {
  const query = plain(typed);
  const words = query.split(' ').filter(Boolean);
  if (words.length === 0) return [...items];

  const ranks: [Item[], Item[], Item[]] = [[], [], []];
  for (const item of items) {
    const label = plain(item.label);
    if (!words.every((word) => label.includes(word))) continue;
    const rank = label.startsWith(query) ? 0 : ` ${label}`.includes(` ${words[0]}`) ? 1 : 2;
    ranks[rank].push(item);
  }
  return ranks.flat();
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
