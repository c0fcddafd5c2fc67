import type { ReportContent } from '@rondo/contract';

type Section = ReportContent['sections'][number];
type Entry = Section['entries'][number];

/** The content with one section changed. */
export const withSection = (
  content: ReportContent,
  id: string,
  change: (section: Section) => Section,
): ReportContent => ({
  ...content,
  sections: content.sections.map((section) => (section.id === id ? change(section) : section)),
});

/** The content with one line changed; null: without it. */
export const withEntry = (
  content: ReportContent,
  section: string,
  id: string,
  change: (entry: Entry) => Entry | null,
): ReportContent =>
  withSection(content, section, (each) => ({
    ...each,
    entries: each.entries.flatMap((entry) => (entry.id === id ? (change(entry) ?? []) : entry)),
  }));

/**
 * Takes a line from where it is and puts it into a section, at a place among its other lines; past the
 * last one it is the last.
 */
export function moved(
  content: ReportContent,
  id: string,
  to: { section: string; place: number },
): ReportContent {
  const entry = content.sections.flatMap(({ entries }) => entries).find((each) => each.id === id);
  if (!entry) return content;
  return {
    ...content,
    sections: content.sections.map((section) => {
      const rest = section.entries.filter((each) => each.id !== id);
      return section.id === to.section
        ? { ...section, entries: rest.toSpliced(Math.max(0, to.place), 0, entry) }
        : { ...section, entries: rest };
    }),
  };
}

/** Two contents say the same; their keys come in the order in which they were made. */
export const isSame = (one: ReportContent, other: ReportContent): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = ({ title, intro, from, to, figures, sentence, sections }: ReportContent) => [
  title,
  intro,
  from,
  to,
  figures,
  sentence,
  sections.map((section) => [
    section.id,
    section.title,
    section.entries.map(({ id, text }) => [id, text]),
  ]),
];
