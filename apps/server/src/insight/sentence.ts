export type Language = 'en' | 'de';

/** Weeks with fewer than this are told apart by counting: one of five is not 20 %. */
const FEW = 20;

/** A week is strong or weak beside the middle of so many weeks before it. */
const BESIDE = 4;

/**
 * How a week went, by rule: “down 4 % after two strong weeks”. It is compared with the week before; weeks in a row
 * before it that were above the middle of their own four weeks before are strong, those below it weak.
 * @param values of each week, the earliest first, the last one the week that is told of; null: not counted
 * @returns empty where there is nothing to say
 */
export function sentenceOf(values: readonly (number | null)[], language: Language): string {
  const [now, before] = [values.at(-1) ?? null, values.at(-2) ?? null];
  if (now === null || before === null) return '';
  const words = WORDS[language];
  if (now === before) return now === 0 ? words.none : words.same;
  const sign = Math.sign(now - before);
  // The weeks before this one, the latest first, as far back as they were counted.
  const past = sinceCounted(values.slice(0, -1).toReversed());
  const opposite = runOf(past, (_, index) => strengthOf(past, index) === -sign);
  if (opposite > 0) {
    const short = compared(now, before, words, false);
    return short === words.almost ? short : `${short} ${words.after(opposite, sign < 0)}`;
  }
  const head = compared(now, before, words, true);
  const same = 1 + runOf(past, (value, index) => stepTo(past, value, index) === sign);
  return same > 2 && head !== words.almost ? `${head}, ${words.inARow(same)}` : head;
}

/** @param whole says with what it is compared, where nothing follows that would */
function compared(now: number, before: number, words: Words, whole: boolean): string {
  const more = now - before;
  if (before < FEW || now === 0) {
    const count = more > 0 ? words.more(more) : words.fewer(-more);
    return whole ? `${count} ${words.than}` : count;
  }
  const percent = Math.round((100 * more) / before);
  if (percent === 0) return words.almost;
  return percent > 0 ? words.up(percent) : words.down(-percent);
}

function sinceCounted(past: readonly (number | null)[]): number[] {
  const gap = past.indexOf(null);
  return (gap === -1 ? past : past.slice(0, gap)).map((value) => value ?? 0);
}

/** How many from the first one on are so. */
function runOf(past: readonly number[], is: (value: number, index: number) => boolean): number {
  const end = past.findIndex((value, index) => !is(value, index));
  return end === -1 ? past.length : end;
}

/** 1: above the middle of the weeks before it, -1: below, 0: neither, or nothing to compare with. */
function strengthOf(past: readonly number[], index: number): number {
  const beside = past.slice(index + 1, index + 1 + BESIDE).toSorted((a, b) => a - b);
  const [, low, high] = beside;
  if (beside.length < BESIDE || low === undefined || high === undefined) return 0;
  return Math.sign((past[index] ?? 0) - (low + high) / 2);
}

/** Whether a week was above or below the one before it; 0 at the beginning. */
const stepTo = (past: readonly number[], value: number, index: number): number =>
  Math.sign(value - (past[index + 1] ?? value));

interface Words {
  none: string;
  same: string;
  almost: string;
  than: string;
  more: (count: number) => string;
  fewer: (count: number) => string;
  up: (percent: number) => string;
  down: (percent: number) => string;
  after: (weeks: number, strong: boolean) => string;
  inARow: (weeks: number) => string;
}

const COUNTS = {
  en: ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  de: ['', 'einer', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
} as const;
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    none: 'none, as in the week before',
    same: 'as in the week before',
    almost: 'almost as in the week before',
    than: 'than in the week before',
    more: (count) => `${count} more`,
    fewer: (count) => `${count} fewer`,
    up: (percent) => `up ${percent}\u00a0%`,
    down: (percent) => `down ${percent}\u00a0%`,
    after: (weeks, strong) =>
      `after ${COUNTS.en[weeks] ?? weeks} ${strong ? 'strong' : 'weak'} ${weeks === 1 ? 'week' : 'weeks'}`,
    inARow: (weeks) =>
      ORDINALS[weeks] ? `the ${ORDINALS[weeks]} week in a row` : `${weeks} weeks in a row`,
  },
  de: {
    none: 'nichts, wie in der Woche davor',
    same: 'wie in der Woche davor',
    almost: 'fast wie in der Woche davor',
    than: 'als in der Woche davor',
    more: (count) => `${count} mehr`,
    fewer: (count) => `${count} weniger`,
    up: (percent) => `${percent}\u00a0% mehr`,
    down: (percent) => `${percent}\u00a0% weniger`,
    after: (weeks, strong) =>
      `nach ${COUNTS.de[weeks] ?? weeks} ${strong ? 'stark' : 'schwach'}en ${weeks === 1 ? 'Woche' : 'Wochen'}`,
    inARow: (weeks) => `die ${weeks}. Woche in Folge`,
  },
};
