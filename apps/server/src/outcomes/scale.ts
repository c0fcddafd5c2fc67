import { averageOf, inLanguage, recommendationScore, type OutcomePart } from '@rondo/meeting';
import { plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import { WORDS, type Language } from './words.ts';

type Scale = Extract<OutcomePart, { as: 'scale' }>;

const FIGURES = {
  en: {
    average: (value: string) => `Average: ${value}`,
    enps: (score: number) => `Recommendation score: ${score}`,
    needed: (fewest: number) => `Shown from ${fewest} answers on.`,
    comments: 'Comments',
  },
  de: {
    average: (value: string) => `Durchschnitt: ${value}`,
    enps: (score: number) => `Empfehlungswert: ${score}`,
    needed: (fewest: number) => `Gezeigt ab ${fewest} Antworten.`,
    comments: 'Kommentare',
  },
};

/** What a point is called: its words, else its number with what the ends mean. */
function pointName(part: Scale, index: number, language: Language): string {
  const named = part.points?.[index];
  if (named)
    return [named.sign, inLanguage(named.label, language)].filter((each) => each).join(' ');
  const end =
    index === 0 ? part.low : index === (part.counts?.length ?? 0) - 1 ? part.high : undefined;
  const number = String(index + (part.from ?? 1));
  // Only kinds that say how they count say what their ends are called here.
  return end === undefined || part.from === undefined
    ? number
    : `${number} (${inLanguage(end, language)})`;
}

/** The one number that is made of all answers; null: none is wanted. */
export function scaleFigure(part: Scale, language: Language): string | null {
  if (part.counts === null) return null;
  const figures = FIGURES[language];
  if (part.score === 'enps') {
    const score = recommendationScore(part.counts);
    return score === null ? null : figures.enps(score);
  }
  const average = averageOf(part.counts, part.from ?? 1);
  if (part.score !== 'average' || average === null) return null;
  return figures.average(
    new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      average,
    ),
  );
}

export function scaleLines(part: Scale, language: Language): string[] {
  const words = WORDS[language];
  const figures = FIGURES[language];
  const figure = scaleFigure(part, language);
  const lines = [
    '',
    `**${plain(inLanguage(part.question, language))}** (${words.answers(part.answers)})`,
    '',
  ];
  if (part.counts === null) {
    const needed = part.fewest === undefined ? '' : ` ${figures.needed(part.fewest)}`;
    return [...lines, `${words.tooFew}${needed}`];
  }
  lines.push(
    ...part.counts.map((count, index) =>
      item(`${plain(pointName(part, index, language))}: ${count}`),
    ),
  );
  if (figure !== null) lines.push('', figure);
  if (part.comments && part.comments.length > 0)
    lines.push(
      '',
      `*${figures.comments}*`,
      '',
      ...part.comments.map((text) => item(asWritten(text))),
    );
  return lines;
}

export function scaleRows(part: Scale, language: Language): Row[] {
  const topic = inLanguage(part.question, language);
  return [
    ...(part.counts ?? []).map((count, index) => ({
      type: 'answers',
      topic,
      text: pointName(part, index, language),
      votes: String(count),
    })),
    ...(part.comments ?? []).map((text) => ({ type: 'comment', topic, text })),
  ];
}
