import { visibleLength } from '@rondo/meeting';
import { wordsOf, type Word } from './similarity-words.ts';

/** The longest title that stays on one line of a topic list. */
const LONGEST = 60;

/** Longer runs of words are sentences, not titles. */
const MOST_WORDS = 3;

/**
 * A title of 1 to 60 visible characters for cards that belong together: the words that most of them share, as
 * their authors wrote them. A card alone is its own title, cut where it is too long.
 */
export function suggestTitle(texts: readonly string[]): string {
  const lines = texts
    .map(oneLine)
    .filter((line) => line !== '')
    .sort();
  const [only] = lines;
  if (only === undefined) return '…';
  if (new Set(lines).size === 1) return cut(only);
  const cards = lines.map(wordsOf);
  const [best, second] = candidates(cards);
  if (best === undefined) return cut(only);
  const isCovered = second === undefined || best.stems.includes(second.stems[0] ?? '');
  const both = isCovered ? best.written : `${best.written}, ${second.written}`;
  return capitalised(visibleLength(both) <= LONGEST ? both : cut(best.written));
}

interface Phrase {
  readonly stems: readonly string[];
  readonly written: string;
  /** How many cards contain it. */
  readonly cards: number;
  readonly score: number;
}

/** Phrases that say most about the cards, best first, then the best single word the first does not contain. */
function candidates(cards: readonly (readonly Word[])[]): [Phrase?, Phrase?] {
  const found = new Map<
    string,
    { stems: string[]; weight: number; cards: number; spellings: Map<string, number> }
  >();
  for (const words of cards) {
    const inThisCard = new Set<string>();
    for (const phrase of phrasesOf(words)) {
      const stems = phrase.flatMap(({ stem }) => stem ?? []);
      const weight = Math.min(...phrase.map((word) => word.weight));
      const key = stems.join(' ');
      const entry = found.get(key) ?? {
        stems,
        weight,
        cards: 0,
        spellings: new Map<string, number>(),
      };
      if (!inThisCard.has(key)) entry.cards += 1;
      inThisCard.add(key);
      const written = phrase.map((word) => word.written).join(' ');
      entry.spellings.set(written, (entry.spellings.get(written) ?? 0) + 1);
      found.set(key, entry);
    }
  }
  const ranked = [...found.values()]
    .filter(({ stems, cards: count }) => stems.length === 1 || count > 1)
    .map(({ stems, weight, cards: count, spellings }): Phrase => {
      const written = commonest(spellings);
      // Shared by more cards is better; a phrase says more than a word, and a long word more than a short one.
      const telling =
        weight ** 2 * (1 + 0.6 * (stems.length - 1)) * Math.min(visibleLength(written), 12) ** 0.5;
      return { stems, written, cards: count, score: (count - 0.5) * telling };
    })
    .sort((a, b) => b.score - a.score || (a.written < b.written ? -1 : 1));
  const [best] = ranked;
  const second = ranked.find(
    ({ stems, cards: count }) =>
      stems.length === 1 &&
      best?.stems.includes(stems[0] ?? '') === false &&
      count >= Math.min(2, best.cards),
  );
  return second !== undefined && best !== undefined && second.score > best.score * 0.7
    ? [best, second]
    : [best];
}

/** Runs of telling words next to each other. */
function phrasesOf(words: readonly Word[]): Word[][] {
  return words.flatMap((_, start) => {
    const runs: Word[][] = [];
    for (let end = start; end < Math.min(words.length, start + MOST_WORDS); end += 1) {
      const word = words[end];
      if (word === undefined || word.stem === null || (end > start && word.startsPhrase)) break;
      runs.push(words.slice(start, end + 1));
    }
    return runs;
  });
}

/** The spelling that occurs most; of several the shortest, then the first by code units (capitals come first). */
function commonest(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(
    ([a, timesOfA], [b, timesOfB]) =>
      timesOfB - timesOfA || a.length - b.length || (a < b ? -1 : 1),
  );
  return first?.[0] ?? '';
}

/** The text without list marks, emphasis and line breaks. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[*_`#>~]+/gu, '')
    .replaceAll(/^\s*[-•]\s+/gmu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** At most 60 characters, ending after a whole word where there is one. */
function cut(text: string): string {
  if (visibleLength(text) <= LONGEST) return text;
  const start = Array.from(text)
    .slice(0, LONGEST - 1)
    .join('');
  const end = start.lastIndexOf(' ');
  return `${(end > LONGEST / 3 ? start.slice(0, end) : start).replace(/[\s,;:.–-]+$/u, '')}…`;
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
