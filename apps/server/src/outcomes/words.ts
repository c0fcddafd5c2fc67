import type { Outcome } from '@rondo/meeting';

export type Language = 'en' | 'de';

interface Words {
  tookPart: string;
  facilitatedBy: (name: string) => string;
  guest: string;
  votes: (n: number) => string;
  notes: string;
  cards: string;
  comments: string;
  tasks: string;
  parked: string;
  nobody: string;
  until: (day: string) => string;
  noTasks: string;
  answers: (n: number) => string;
  tooFew: string;
}

export const WORDS: Record<Language, Words> = {
  en: {
    tookPart: 'Who took part',
    facilitatedBy: (name) => `Facilitated by ${name}`,
    guest: 'guest',
    votes: (n) => (n === 1 ? '1 vote' : `${n} votes`),
    notes: 'Notes',
    cards: 'Cards',
    comments: 'Comments',
    tasks: 'Agreed next steps',
    parked: 'Parking lot',
    nobody: 'nobody yet',
    until: (day) => `by ${day}`,
    noTasks: 'No next steps were agreed.',
    answers: (n) => (n === 1 ? '1 answer' : `${n} answers`),
    tooFew: 'Too few answers to show without giving somebody away.',
  },
  de: {
    tookPart: 'Wer dabei war',
    facilitatedBy: (name) => `Moderiert von ${name}`,
    guest: 'Gast',
    votes: (n) => (n === 1 ? '1 Stimme' : `${n} Stimmen`),
    notes: 'Notizen',
    cards: 'Karten',
    comments: 'Kommentare',
    tasks: 'Vereinbarte nächste Schritte',
    parked: 'Parkplatz',
    nobody: 'noch niemand',
    until: (day) => `bis ${day}`,
    noTasks: 'Es wurden keine nächsten Schritte vereinbart.',
    answers: (n) => (n === 1 ? '1 Antwort' : `${n} Antworten`),
    tooFew: 'Zu wenige Antworten, um sie zu zeigen, ohne jemanden zu verraten.',
  },
};

/** The date of a meeting as people of that language write it, in UTC as the server knows no better. */
export const dateOf = (outcome: Outcome, language: Language): string =>
  longDate(outcome.endedAt, language);

/** A day such as `2026-12-01`, as people of that language write it. */
export const dayOf = (day: string, language: Language): string =>
  longDate(Date.parse(day), language);

const longDate = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);

/** A file name that every system takes: the meeting's name and day. */
export function fileName(outcome: Outcome, ending: string): string {
  const name = outcome.name
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${name === '' ? 'meeting' : name}-${new Date(outcome.endedAt).toISOString().slice(0, 10)}.${ending}`;
}
