import type { ReportContent, ReportFigure } from '@rondo/contract';
import { plain, words } from '../as-markdown.ts';
import { item } from '../outcomes/lines.ts';
import { figureLine, headlineOf, weekText, WORDS } from './words.ts';

export interface Shown {
  number: number;
  content: ReportContent;
  figures: readonly ReportFigure[];
  author: string;
  language: 'en' | 'de';
  corrections: readonly { at: Date; note: string }[];
}

/** The report as a Markdown file. */
export function reportMarkdown(report: Shown): string {
  const { content, language, author, corrections } = report;
  const t = WORDS[language];
  const blocks = [
    `# ${plain(headlineOf(report))}`,
    `*${weekText(content, language)} · ${t.by(plain(author))}*`,
    words(content.intro),
    plain(content.sentence),
    shownFigures(report)
      .map((figure) => `- ${figureLine(figure, language)}`)
      .join('\n'),
    ...content.sections
      .filter(({ entries }) => entries.some(({ text }) => text !== ''))
      .flatMap(({ title, entries }) => [
        `## ${plain(title)}`,
        entries
          .filter(({ text }) => text !== '')
          .map(({ text }) => item(words(text)))
          .join('\n'),
      ]),
    ...corrections.map(({ at, note }) => `> ${t.corrected(at)}: ${plain(note)}`),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Those that the team has chosen to show. */
export const shownFigures = ({
  content,
  figures,
}: Pick<Shown, 'content' | 'figures'>): ReportFigure[] =>
  figures.filter(({ name }) => content.figures.includes(name));
