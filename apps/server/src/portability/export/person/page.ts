import { plain } from '../../../as-markdown.ts';
import type { JsonRecord } from '../records.ts';

interface Whom {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'de' | null;
}

const WORDS = {
  en: {
    title: (name: string) => `What Rondo knows about ${name}`,
    lead: (at: string, email: string) =>
      `As it was at ${at}. Your account has the address ${email}. Every list is a file beside this one.`,
    anonymous:
      'What you wrote anonymously is not here: nobody knows any more that it was you. Words in running meetings come when those have ended.',
    lists: 'Lists',
    words: 'Your words in meetings',
    none: 'None under your name.',
  },
  de: {
    title: (name: string) => `Was Rondo über ${name} weiß`,
    lead: (at: string, email: string) =>
      `Stand: ${at}. Dein Konto hat die Adresse ${email}. Jede Liste ist eine Datei neben dieser.`,
    anonymous:
      'Was du anonym geschrieben hast, ist nicht dabei: Niemand weiß mehr, dass es von dir ist. Worte aus laufenden Meetings kommen dazu, wenn sie zu Ende sind.',
    lists: 'Listen',
    words: 'Deine Worte in Meetings',
    none: 'Keine unter deinem Namen.',
  },
};

/** The same for people to read. */
export function pageAbout(
  { name, email, language }: Whom,
  counts: Readonly<Record<string, number>>,
  words: readonly JsonRecord[],
  at: Date,
): string {
  const say = WORDS[language ?? 'en'];
  const lines = [
    `# ${plain(say.title(name))}`,
    '',
    say.lead(at.toISOString(), email),
    '',
    say.anonymous,
    '',
    `## ${say.lists}`,
    '',
    ...Object.entries(counts).map(([file, n]) => `- \`${file}.json\`: ${n}`),
    '',
    `## ${say.words}`,
    '',
    ...(words.length === 0
      ? [say.none]
      : words.map(
          ({ meeting, at: day, text }) =>
            `- ${String(day).slice(0, 10)}, ${plain(String(meeting))}: ${plain(String(text))}`,
        )),
  ];
  return `${lines.join('\n')}\n`;
}
