import { inLanguage, type Outcome } from '@rondo/meeting';
import type { Letter } from '../mail/letter.ts';
import { estimateItems } from './estimates.ts';
import { byRecipient } from './kudos.ts';
import { scaleFigure } from './scale.ts';
import type { Language } from './words.ts';

type List = NonNullable<Letter['lists']>[number];

/** The most lines of one list; the page has all of them. */
const MOST_LINES = 12;

const TITLES = {
  en: { rated: 'How you see it', thanks: 'Thanks for', help: 'Needs help', estimated: 'Estimates' },
  de: {
    rated: 'Wie ihr es seht',
    thanks: 'Dank an',
    help: 'Braucht Hilfe',
    estimated: 'Schätzungen',
  },
};

const partsOf = (outcome: Outcome) => outcome.phases.flatMap(({ parts }) => parts);

/** What was rated, as one number each; nothing where none may be shown. */
export function scaleList(outcome: Outcome, language: Language): List[] {
  const items = partsOf(outcome).flatMap((part) => {
    // Only statements have names by which they are followed; a meeting's own rating is not news.
    if (part.as !== 'scale' || part.statement === undefined) return [];
    const figure = scaleFigure(part, language);
    return figure === null ? [] : [`${inLanguage(part.question, language)} ${figure}`];
  });
  return items.length === 0
    ? []
    : [{ title: TITLES[language].rated, items: items.slice(0, MOST_LINES) }];
}

/** Who was thanked and for what. */
export function kudosList(outcome: Outcome, language: Language): List[] {
  const items = partsOf(outcome).flatMap((part) =>
    part.as === 'kudos'
      ? byRecipient(part, language).map(
          ([name, all]) => `${name}: ${all.map(({ text }) => text).join(' · ')}`,
        )
      : [],
  );
  return items.length === 0
    ? []
    : [{ title: TITLES[language].thanks, items: items.slice(0, MOST_LINES) }];
}

/** Answers that call for somebody: the rest of a standup is read on its page. */
export function helpList(outcome: Outcome, language: Language): List[] {
  const items = partsOf(outcome).flatMap((part) =>
    part.as === 'answers' && part.flag
      ? part.answers
          .filter(({ text }) => text !== '')
          .map(({ text, by }) => (by === undefined ? text : `${by}: ${text}`))
      : [],
  );
  return items.length === 0
    ? []
    : [{ title: TITLES[language].help, items: items.slice(0, MOST_LINES) }];
}

/** What was estimated, with its scores. */
export function estimateList(outcome: Outcome, language: Language): List[] {
  const items = partsOf(outcome).flatMap((part) =>
    part.as === 'estimates' ? estimateItems(part, language) : [],
  );
  return items.length === 0
    ? []
    : [{ title: TITLES[language].estimated, items: items.slice(0, MOST_LINES) }];
}
