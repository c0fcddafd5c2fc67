import type { ReportContent, ReportFigure } from '@rondo/contract';
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
    `# ${headlineOf(report)}`,
    `*${weekText(content, language)} · ${t.by(author)}*`,
    content.intro,
    content.sentence,
    shownFigures(report)
      .map((figure) => `- ${figureLine(figure, language)}`)
      .join('\n'),
    ...content.sections
      .filter(({ entries }) => entries.some(({ text }) => text !== ''))
      .flatMap(({ title, entries }) => [
        `## ${title}`,
        entries
          .filter(({ text }) => text !== '')
          // Further lines of an entry belong to its point.
          .map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`)
          .join('\n'),
      ]),
    ...corrections.map(({ at, note }) => `> ${t.corrected(at)}: ${note.replaceAll('\n', ' ')}`),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Those that the team has chosen to show. */
export const shownFigures = ({
  content,
  figures,
}: Pick<Shown, 'content' | 'figures'>): ReportFigure[] =>
  figures.filter(({ name }) => content.figures.includes(name));
