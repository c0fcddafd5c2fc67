import type { ReportContent, ReportFigure } from '@rondo/contract';
import { dateFormat, dayAt } from '../dates.ts';
import { FIGURE_NAMES } from './sentence.ts';

type Language = 'en' | 'de';

/** In UTC: whoever reads a report from outside, and where, nobody knows. */
export const momentText = (at: Date, language: Language): string => dayAt(at, language, 'UTC');

/** The days that a report tells of. */
export const weekText = ({ from, to }: Pick<ReportContent, 'from' | 'to'>, language: Language) =>
  dateFormat(language, 'UTC').formatRange(new Date(from), new Date(to < from ? from : to));

/** `#338 A good week`. */
export const headlineOf = ({
  number,
  content,
}: {
  number: number;
  content: Pick<ReportContent, 'title'>;
}): string => [`#${number}`, content.title].filter((each) => each !== '').join(' ');

export const figureLine = ({ name, value }: ReportFigure, language: Language): string =>
  `${new Intl.NumberFormat(language).format(value)} ${FIGURE_NAMES[language][name]}`;

/** What is said around reports outside of the app, where nobody has chosen a language: the team's. */
export const WORDS = {
  en: {
    by: (name: string) => `by ${name}`,
    corrected: (at: Date) => `Corrected on ${momentText(at, 'en')}`,
    all: 'All reports',
    none: 'Nothing has been published here yet.',
    older: 'Older reports',
    feed: 'Feed',
    markdown: 'As Markdown',
    subscribe: 'Get the next one by mail',
    email: 'Your e-mail address',
    subscribeButton: 'Subscribe',
    subscribeNote: 'You get a mail to confirm it, and can leave with one click at any time.',
    asked: 'Almost there',
    askedText:
      'If the address is right, a mail is on its way to you. Open the link in it to confirm.',
    feedback: 'What do you think?',
    feedbackText: 'Your words',
    feedbackName: 'Your name (optional)',
    feedbackButton: 'Send to the team',
    feedbackNote: 'Only the team reads it.',
    thanks: 'Thank you',
    thanksText: 'Your words have reached the team.',
    back: 'Back',
    confirm: 'Do you want these reports by mail?',
    confirmButton: 'Yes, send them to me',
    confirmed: 'You will get the next report by mail.',
    leave: 'No more reports by mail?',
    leaveButton: 'Send me no more',
    left: 'You will get no more reports by mail.',
    gone: 'There is nothing here',
    goneText: 'This page is not there, or not any more.',
    tooMany: 'That was a bit much',
    tooManyText: 'Wait a while and try again.',
    wrong: 'That did not work',
    wrongText: 'Go back, look at what you entered, and try again.',
    madeWith: 'Made with Rondo',
  },
  de: {
    by: (name: string) => `von ${name}`,
    corrected: (at: Date) => `Korrigiert am ${momentText(at, 'de')}`,
    all: 'Alle Berichte',
    none: 'Hier ist noch nichts veröffentlicht.',
    older: 'Ältere Berichte',
    feed: 'Feed',
    markdown: 'Als Markdown',
    subscribe: 'Den nächsten per Mail bekommen',
    email: 'Deine E-Mail-Adresse',
    subscribeButton: 'Abonnieren',
    subscribeNote:
      'Du bekommst eine Mail zur Bestätigung und kannst dich jederzeit mit einem Klick abmelden.',
    asked: 'Fast geschafft',
    askedText:
      'Wenn die Adresse stimmt, ist eine Mail zu dir unterwegs. Öffne den Link darin, um zu bestätigen.',
    feedback: 'Was meinst du dazu?',
    feedbackText: 'Deine Worte',
    feedbackName: 'Dein Name (wenn du magst)',
    feedbackButton: 'Ans Team schicken',
    feedbackNote: 'Nur das Team liest es.',
    thanks: 'Danke',
    thanksText: 'Deine Worte sind beim Team angekommen.',
    back: 'Zurück',
    confirm: 'Möchtest du diese Berichte per Mail?',
    confirmButton: 'Ja, schickt sie mir',
    confirmed: 'Den nächsten Bericht bekommst du per Mail.',
    leave: 'Keine Berichte mehr per Mail?',
    leaveButton: 'Schickt mir keine mehr',
    left: 'Du bekommst keine Berichte mehr per Mail.',
    gone: 'Hier ist nichts',
    goneText: 'Diese Seite gibt es nicht, oder nicht mehr.',
    tooMany: 'Das war ein bisschen viel',
    tooManyText: 'Warte eine Weile und versuch es noch einmal.',
    wrong: 'Das hat nicht geklappt',
    wrongText: 'Geh zurück, schau dir deine Angaben an und versuch es noch einmal.',
    madeWith: 'Gemacht mit Rondo',
  },
} as const;
