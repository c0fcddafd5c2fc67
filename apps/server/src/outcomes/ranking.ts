import { inLanguage, type OutcomePart } from '@rondo/meeting';
import { plain } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { WORDS, type Language } from './words.ts';

type RankingPart = Extract<OutcomePart, { as: 'ranking' }>;
type Item = RankingPart['items'][number];

const POINTS = { en: 'points', de: 'Punkte' };

const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);

/** What came out for an item: its points, or how far along each axis it lies. */
function figure({ points, x, y }: Item, { axes }: RankingPart, language: Language): string {
  if (points !== undefined) return `${number(points, language)} ${POINTS[language]}`;
  if (!axes || x === undefined || y === undefined) return '';
  const along = (label: RankingPart['question'], value: number): string =>
    `${inLanguage(label, language)} ${Math.round(value * 100)} %`;
  return `${along(axes.x.label, x)}, ${along(axes.y.label, y)}`;
}

/** What the two ends of an axis mean. */
function axisLine(
  { label, low, high }: NonNullable<RankingPart['axes']>['x'],
  language: Language,
): string {
  const [name, from, to] = [label, low, high].map((each) => plain(inLanguage(each, language)));
  return `- ${name}: ${from} – ${to}`;
}

export function rankingLines(part: RankingPart, language: Language): string[] {
  return [
    '',
    `**${plain(inLanguage(part.question, language))}** (${WORDS[language].answers(part.answers)})`,
    '',
    ...(part.axes ? [part.axes.x, part.axes.y].map((axis) => axisLine(axis, language)) : []),
    ...part.items.map((each) => {
      const result = figure(each, part, language);
      const title = plain(inLanguage(each.title, language));
      // Not a numbered list: Markdown would count for itself and lose the ties.
      return `- ${each.place === null ? '–' : `${each.place}\\.`} ${title}${result === '' ? '' : ` (${plain(result)})`}`;
    }),
  ];
}

export const rankingRows = (part: RankingPart, language: Language): Row[] =>
  part.items.map((each) => ({
    type: 'ranked',
    topic: inLanguage(part.question, language),
    prompt: figure(each, part, language),
    text: inLanguage(each.title, language),
    votes: each.place === null ? '' : String(each.place),
  }));
