import type { FigureName, ReportFigure } from '@rondo/contract';

type Language = 'en' | 'de';

export const FIGURE_NAMES: Record<Language, Record<FigureName, string>> = {
  en: { meetings: 'meetings', tasks: 'finished tasks', people: 'people taking part' },
  de: { meetings: 'Meetings', tasks: 'erledigte Aufgaben', people: 'Teilnehmende' },
};

/** A week is strong or weak beside the middle of so many weeks before it. */
const BESIDE = 4;

/**
 * What the figures say, in words, by rule: “meetings down 4 % after two strong weeks”. Each is compared
 * with the week before; weeks before that were above the middle of their four weeks before are
 * strong, those below it weak. Figures without a week before them to compare with say nothing.
 */
export function sentenceOf(figures: readonly ReportFigure[], language: Language): string {
  const clauses = figures.flatMap((figure) => clause(figure, language) ?? []);
  if (clauses.length === 0) return '';
  const all = clauses.join(', ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

function clause({ name, value, before }: ReportFigure, language: Language): string | null {
  const [last] = before;
  if (last === undefined || last === 0) return null;
  const change = Math.round(((value - last) / last) * 100);
  const what = FIGURE_NAMES[language][name];
  const tail = after(before, change, language);
  if (language === 'de') {
    if (change === 0) return `${what} wie in der Woche davor`;
    return `${what} ${change > 0 ? 'plus' : 'minus'} ${Math.abs(change)} %${tail}`;
  }
  if (change === 0) return `${what} as in the week before`;
  return `${what} ${change > 0 ? 'up' : 'down'} ${Math.abs(change)} %${tail}`;
}

/** Weeks in a row, just before this one, that went the other way. */
function after(before: readonly number[], change: number, language: Language): string {
  const wanted = change < 0 ? 1 : -1;
  let weeks = 0;
  while (weeks < before.length && strengthOf(before, weeks) === wanted) weeks++;
  if (weeks === 0) return '';
  const count = NUMBERS[language][weeks] ?? String(weeks);
  if (language === 'de') {
    const how = wanted === 1 ? 'stark' : 'schwach';
    return weeks === 1 ? ` nach einer ${how}en Woche` : ` nach ${count} ${how}en Wochen`;
  }
  const how = wanted === 1 ? 'strong' : 'weak';
  return weeks === 1 ? ` after a ${how} week` : ` after ${count} ${how} weeks`;
}

const NUMBERS: Record<Language, Record<number, string>> = {
  en: { 2: 'two', 3: 'three', 4: 'four' },
  de: { 2: 'zwei', 3: 'drei', 4: 'vier' },
};

/** 1: above the middle of the weeks before it, -1: below, 0: neither, or nothing to compare with. */
function strengthOf(weeks: readonly number[], index: number): number {
  const beside = weeks.slice(index + 1, index + 1 + BESIDE).toSorted((a, b) => a - b);
  if (beside.length < BESIDE) return 0;
  const middle = ((beside[1] ?? 0) + (beside[2] ?? 0)) / 2;
  return Math.sign((weeks[index] ?? 0) - middle);
}
