import type { Brought, PlannedPhase } from '@rondo/meeting';
import { PREVIEW_WORDS } from './preview-words.ts';
import type { Teammate } from './teammate.ts';

const NAMES = ['Mia', 'Jonas', 'Aylin', 'Sam', 'Noor', 'Luca', 'Ida', 'Tomek', 'Rosa'];
const FEWEST_TEAMMATES = 4;
const DAY = 24 * 60 * 60 * 1_000;

/** Teammates for any activity: what they say fits everywhere, and they are enough for what shows no answers of few. */
export const teammatesFor = (flow: readonly PlannedPhase[], language: 'en' | 'de'): Teammate[] => {
  return NAMES.slice(0, Math.max(FEWEST_TEAMMATES, ...flow.map(fewestOthers))).map(
    (name, index) => ({
      name,
      pace: 2_500 + (index % FEWEST_TEAMMATES) * 900,
      says: {
        ...Object.fromEntries(
          Object.entries(PREVIEW_WORDS[language]).map(([asks, words]) => [
            asks,
            shareOf(words, index),
          ]),
        ),
        // A preview has no backlog.
        stories: index === 0 ? (PREVIEW_WORDS[language]['any'] ?? []).slice(0, 3) : [],
      },
    }),
  );
};

/** How many must answer besides oneself before such a step shows anything. */
const fewestOthers = ({ kind, settings }: PlannedPhase): number =>
  // As the kind's settings say; whether they fit is found out when the meeting is made.
  kind === 'rate' ? ((settings as { fewest?: number } | undefined)?.fewest ?? 5) - 1 : 0;

/** Every fourth of the words, so that the first four teammates never say the same. */
const shareOf = (words: readonly string[], index: number): string[] =>
  words.filter((_, place) => place % FEWEST_TEAMMATES === index % FEWEST_TEAMMATES);

/** What a team could have brought along: tasks to look back at, and something on the agenda. */
export function anyBrought(language: 'en' | 'de', now: number): Brought {
  const isGerman = language === 'de';
  const meeting = isGerman ? 'Letzte Retro' : 'Last retro';
  const task = (id: string, text: string, ownerName: string | null) => ({
    id,
    text,
    owner: null,
    ownerName,
    due: null,
    meeting,
    since: now - 14 * DAY,
  });
  return {
    tasks: isGerman
      ? [
          task('task1', 'Tests in kleine Teile schneiden', 'Mia'),
          task('task2', 'Einladungen einen Tag früher schicken', 'Jonas'),
          task('task3', 'Die Anleitung für Neue auffrischen', null),
        ]
      : [
          task('task1', 'Cut the tests into small pieces', 'Mia'),
          task('task2', 'Send invitations a day earlier', 'Jonas'),
          task('task3', 'Freshen up the guide for newcomers', null),
        ],
    done: [
      {
        ...task('task4', isGerman ? 'Die Küche neu streichen' : 'Paint the kitchen anew', 'Mia'),
        doneAt: now - 8 * DAY,
      },
    ],
    agenda: [
      {
        id: 'item1',
        text: isGerman ? 'Was wir von anderen brauchen' : 'What we need from others',
        by: 'Aylin',
        pinned: true,
      },
    ],
  };
}
