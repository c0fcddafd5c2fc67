import { inLanguage, type OutcomePart } from '@rondo/meeting';
import { labelled, plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import type { Language } from './words.ts';

type Estimates = Extract<OutcomePart, { as: 'estimates' }>;
type Story = Estimates['stories'][number];

const WORDS = {
  en: {
    story: 'Story',
    acceptance: 'Acceptance criteria',
    pass: 'pass',
    cards: 'Cards',
    link: 'Link',
    open: 'open',
  },
  de: {
    story: 'Story',
    acceptance: 'Akzeptanzkriterien',
    pass: 'passe',
    cards: 'Karten',
    link: 'Link',
    open: 'offen',
  },
};

/** Two places are plenty: the figure is compared, not calculated with. */
const figureText = (figure: number | null | undefined): string =>
  figure === null || figure === undefined ? '' : String(Math.round(figure * 100) / 100);

/** What heads the columns behind the title: the dimensions, and the figure where there is one. */
const headsOf = (part: Estimates, language: Language): string[] => [
  ...part.dimensions.map(({ name }) => inLanguage(name, language)),
  ...(part.figure === undefined ? [] : [inLanguage(part.figure, language)]),
];

/** What stands below these heads for one story. */
const valuesOf = (part: Estimates, story: Story): string[] => [
  ...part.dimensions.map((_, at) => story.results[at]?.score ?? ''),
  ...(part.figure === undefined ? [] : [figureText(story.figure)]),
];

/** A table of all stories, then what was said about those of which more is known. */
export function estimateLines(part: Estimates, language: Language): string[] {
  const words = WORDS[language];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const heads = headsOf(part, language);
  const lines = [
    '',
    row([words.story, ...heads.map(plain)]),
    row(['---', ...heads.map(() => '---:')]),
    ...part.stories.map((story) => row([story.title, ...valuesOf(part, story)].map(plain))),
  ];
  for (const story of part.stories) {
    const { title, link, description, acceptance, comments } = story;
    const cards = cardsOf(part, story, language);
    if (!link && !description && !acceptance && comments.length === 0 && cards.length === 0)
      continue;
    lines.push('', `### ${plain(title)}`);
    if (link) lines.push('', asWritten(link));
    if (description) lines.push('', asWritten(description));
    if (acceptance) lines.push('', `**${words.acceptance}**`, '', asWritten(acceptance));
    if (cards.length > 0) lines.push('', ...cards.map((each) => item(plain(each))));
    if (comments.length > 0)
      lines.push(
        '',
        ...comments.map(({ text, by, reply }) => item(labelled(plain(by), text), reply ? 1 : 0)),
      );
  }
  return lines;
}

/** Which cards lay there at last, for each dimension that was voted on: "Effort, cards: 2 × 5, 1 × 8". */
function cardsOf(part: Estimates, story: Story, language: Language): string[] {
  const words = WORDS[language];
  return part.dimensions.flatMap(({ name }, at) => {
    const spread = story.results[at]?.spread ?? [];
    if (spread.length === 0) return [];
    const cards = spread.map(
      ({ value, count }) => `${count} × ${value === 'pass' ? words.pass : value}`,
    );
    return [`${inLanguage(name, language)}, ${words.cards}: ${cards.join(', ')}`];
  });
}

/** One row for each story with a column for each dimension, and one for each comment. */
export function estimateRows(part: Estimates, language: Language): Row[] {
  const words = WORDS[language];
  const heads = headsOf(part, language);
  return part.stories.flatMap((story) => {
    const values = valuesOf(part, story);
    const more = Object.fromEntries(heads.map((head, at) => [head, values[at] ?? '']));
    const details = {
      [words.link]: story.link ?? '',
      [words.acceptance]: story.acceptance,
    };
    return [
      { type: 'story', topic: story.title, text: story.description, more: { ...more, ...details } },
      ...story.comments.map((comment) => ({
        type: comment.reply ? 'reply' : 'comment',
        topic: story.title,
        text: comment.text,
        author: comment.by,
      })),
    ];
  });
}

/** One line for each story: "Log in (Effort 5, Risk 2)". */
export function estimateItems(part: Estimates, language: Language): string[] {
  const heads = headsOf(part, language);
  return part.stories.map((story) => {
    const scores = valuesOf(part, story).flatMap((value, at) =>
      value === '' ? [] : [heads.length === 1 ? value : `${heads[at]} ${value}`],
    );
    return `${story.title} (${scores.length === 0 ? WORDS[language].open : scores.join(', ')})`;
  });
}
