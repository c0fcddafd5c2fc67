import type { FigureName, ReportFigure } from '@rondo/contract';
import { sentenceOf } from '../insight/sentence.ts';

type Language = 'en' | 'de';

export const FIGURE_NAMES: Record<Language, Record<FigureName, string>> = {
  en: { meetings: 'meetings held', tasks: 'tasks finished', people: 'people taking part' },
  de: { meetings: 'Meetings', tasks: 'erledigte Aufgaben', people: 'Teilnehmende' },
};

/**
 * What the figures say, in words, by rule: “Meetings held: down 4 % after two strong weeks.” Weeks before
 * anything was counted are no weeks to compare with; a figure without any other says nothing.
 */
export function sentenceAbout(figures: readonly ReportFigure[], language: Language): string {
  return figures
    .flatMap(({ name, value, before }) => {
      const first = before.findLastIndex((each) => each > 0);
      const weeks = [...before.slice(0, first + 1).toReversed(), value];
      const said = sentenceOf(weeks, language);
      const what = FIGURE_NAMES[language][name];
      return said === '' ? [] : [`${what.charAt(0).toUpperCase()}${what.slice(1)}: ${said}.`];
    })
    .join(' ');
}
