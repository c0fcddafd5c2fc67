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

/** A file name that every system takes: the meeting's name, and its day in the reader's zone. */
export function fileName(outcome: Outcome, ending: string, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(outcome.endedAt).toZonedDateTimeISO(zone);
  const name = outcome.name
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${name === '' ? 'meeting' : name}-${at.toPlainDate().toString()}.${ending}`;
}
