import type { ReportContent, ReportFigure } from '@rondo/contract';
import { markdownText } from '@rondo/design/markdown';
import type { Letter, Written } from '../mail/letter.ts';
import { shownFigures } from './markdown.ts';
import { figureLine, headlineOf, weekText, WORDS } from './words.ts';

interface Facts {
  number: number;
  content: ReportContent;
  figures: readonly ReportFigure[];
  author: string;
  team: string;
  /** What the team's reports are called. */
  title: string | null;
  url: string;
  language: 'en' | 'de';
}

/** A published report as a mail, with all its words. */
export function reportLetter(facts: Facts): Letter {
  const { content, author, team, title, url, language } = facts;
  const t = WORDS[language];
  const name = title ?? team;
  const figures = shownFigures(facts).map((figure) => figureLine(figure, language));
  return {
    language,
    subject: `${name} ${headlineOf(facts)}`,
    paragraphs: [
      `${weekText(content, language)}, ${t.by(author)}`,
      ...paragraphsOf(content.intro),
      ...(content.sentence === '' ? [] : [{ written: content.sentence }]),
    ],
    lists: [
      ...(figures.length > 0
        ? [{ title: language === 'de' ? 'In Zahlen' : 'In figures', items: figures }]
        : []),
      ...content.sections.flatMap((section) => {
        const items = section.entries.flatMap(({ text }) =>
          text === '' ? [] : [markdownText(text)],
        );
        return items.length === 0 ? [] : [{ title: section.title, items }];
      }),
    ],
    button: { label: language === 'de' ? 'Im Browser lesen' : 'Read it in the browser', url },
    footnote:
      language === 'de'
        ? `Du bekommst das, weil du die Berichte von ${name} abonniert hast.`
        : `You get this because you subscribed to the reports of ${name}.`,
  };
}

/** Letters have no Markdown: the words alone. */
const paragraphsOf = (text: string): Written[] =>
  text
    .split(/\n{2,}/)
    .map(markdownText)
    .flatMap((written) => (written === '' ? [] : [{ written }]));

/** The mail that asks whether an address wants a team's reports. */
export function confirmLetter(language: 'en' | 'de', name: string, url: string): Letter {
  return language === 'de'
    ? {
        language,
        subject: `Berichte von ${name} per Mail?`,
        paragraphs: [
          `Jemand, vermutlich du, möchte die Berichte von ${name} an diese Adresse bekommen.`,
          'Wenn du das warst, bestätige es. Wenn nicht, brauchst du nichts zu tun: Dann bekommst du keine.',
        ],
        button: { label: 'Bestätigen', url },
        footnote: 'Unbestätigte Adressen werden nach einer Woche gelöscht.',
      }
    : {
        language,
        subject: `Reports of ${name} by mail?`,
        paragraphs: [
          `Somebody, probably you, wants the reports of ${name} sent to this address.`,
          'If that was you, confirm it. If not, there is nothing to do: you will get none.',
        ],
        button: { label: 'Confirm', url },
        footnote: 'Addresses that are not confirmed are deleted after a week.',
      };
}
