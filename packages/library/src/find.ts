import type { LocalText } from '@rondo/meeting';
import { forgiven, misspellings } from './spelling.ts';

/** What an activity must tell to be found; full activities and the summaries of the HTTP contract both do. */
export type Findable = {
  readonly name: LocalText;
  readonly summary: LocalText;
  readonly purpose?: LocalText;
  readonly prompts?: readonly LocalText[];
  readonly keywords: {
    readonly en: readonly string[];
    readonly de?: readonly string[] | undefined;
  };
};

/** A query is typed by a person; whatever is longer is cut. */
const MOST_WORDS = 8;
const LONGEST_QUERY = 200;

/** How much a word in each place tells about the activity. */
const PLACES = { name: 8, keywords: 6, prompts: 5, summary: 2, purpose: 1 } as const;

/** What is written in another language than the reader's is found too, but later: a German may look for “sailboat”. */
const OTHER_LANGUAGE = 0.5;

type WeightedWord = readonly [word: string, weight: number];

/**
 * The activities that `query` may mean, best first; all in their given order when it is empty. Finds beginnings,
 * parts and misspellings of words in names, keywords, prompts, summaries and purposes. Where no activity has all the words,
 * those with most of them are found.
 */
export function findActivities<A extends Findable>(
  activities: readonly A[],
  query: string,
  lang: string,
): A[] {
  const asked = wordsOf(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
  if (asked.length === 0) return [...activities];
  const found = activities
    .map((activity) => {
      const words = wordsIn(activity, lang.startsWith('de') ? 'de' : 'en');
      const scores = asked.map((word) => bestMatch(word, words)).filter((score) => score > 0);
      return {
        activity,
        matched: scores.length,
        isMeant: isCalled(activity.name, asked.join(' ')),
        score: scores.reduce((sum, score) => sum + score, 0),
      };
    })
    .filter(({ matched }) => matched > 0);
  const most = Math.max(...found.map(({ matched }) => matched));
  return found
    .filter(({ matched }) => matched === most)
    .sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || b.score - a.score)
    .map(({ activity }) => activity);
}

/** Whoever types a whole name means that activity, however often others say the same words. */
function isCalled(name: LocalText, asked: string): boolean {
  const names = typeof name === 'string' ? [name] : [name.en, name.de ?? ''];
  return names.some((each) => wordsOf(each).join(' ') === asked);
}

/** What was read once is kept as long as its activity, so that typing compares words and takes no text apart. */
const known = {
  en: new WeakMap<Findable, WeightedWord[]>(),
  de: new WeakMap<Findable, WeightedWord[]>(),
};

function wordsIn(activity: Findable, own: 'en' | 'de'): WeightedWord[] {
  const before = known[own].get(activity);
  if (before) return before;
  const words = weighed(activity, own);
  known[own].set(activity, words);
  return words;
}

/** Every word of the activity with what it weighs; the heaviest place counts where a word stands in several. */
function weighed(activity: Findable, own: 'en' | 'de'): WeightedWord[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  };
  const addText = (text: LocalText, weight: number): void => {
    if (typeof text === 'string') return add(text, weight);
    add(text.en, own === 'en' ? weight : weight * OTHER_LANGUAGE);
    return add(text.de ?? '', own === 'de' ? weight : weight * OTHER_LANGUAGE);
  };
  addText(activity.name, PLACES.name);
  addText(activity.summary, PLACES.summary);
  addText(activity.purpose ?? '', PLACES.purpose);
  for (const prompt of activity.prompts ?? []) addText(prompt, PLACES.prompts);
  addText(
    { en: activity.keywords.en.join(' '), de: activity.keywords.de?.join(' ') },
    PLACES.keywords,
  );
  return [...weights];
}

/** How well the activity answers one word of the query; 0 for not at all. */
function bestMatch(asked: string, words: readonly WeightedWord[]): number {
  return words.reduce((best, [word, weight]) => {
    // Nothing is better than an exact match, so most words need no look at their letters.
    return weight <= best ? best : Math.max(best, weight * likeness(asked, word));
  }, 0);
}

function likeness(asked: string, word: string): number {
  if (word === asked) return 1;
  if (word.startsWith(asked)) return 0.8;
  if (asked.length >= 3 && word.includes(asked)) return 0.5;
  const slips = forgiven(asked);
  if (slips === 0) return 0;
  // The query may be half typed: its letters are compared with the beginning of the word too.
  const whole = misspellings(asked, word, slips);
  const beginning = misspellings(asked, word.slice(0, asked.length), slips);
  return Math.min(whole, beginning) <= slips ? 0.3 / Math.min(whole, beginning) : 0;
}

/** Small letters without accents, so that “ruckblick” finds “Rückblick”. */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
