import type { Teammate } from './teammate.ts';

const WORDS = {
  en: [
    'Something that went well',
    'Something that could be easier',
    'An idea that nobody has tried',
    'A question that keeps coming back',
    'A small thing with a large effect',
    'Something we promised last time',
  ],
  de: [
    'Etwas, das gut gelaufen ist',
    'Etwas, das leichter gehen könnte',
    'Eine Idee, die noch niemand ausprobiert hat',
    'Eine Frage, die immer wiederkommt',
    'Eine Kleinigkeit mit großer Wirkung',
    'Etwas, das wir uns letztes Mal vorgenommen haben',
  ],
};

/** Teammates for any activity: what they say fits everywhere. */
export const anyTeammates = (language: 'en' | 'de'): Teammate[] =>
  ['Mia', 'Jonas', 'Aylin', 'Sam'].map((name, index) => ({
    name,
    pace: 2_500 + index * 900,
    says: {
      any: [...WORDS[language].slice(index), ...WORDS[language].slice(0, index)],
      // A preview has no backlog.
      stories: index === 0 ? WORDS[language].slice(0, 3) : [],
    },
  }));
