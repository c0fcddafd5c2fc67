import { inLanguage, type Outcome, type OutcomePart } from '@rondo/meeting';
import type { Letter } from '../mail/letter.ts';
import { pollFigure } from './decided.ts';
import type { Language } from './words.ts';

/** The most lines of the list; the page has all of them. */
const MOST_LINES = 12;
const TITLE = { en: 'Decided', de: 'Entschieden' };

/** What was decided: in words where the facilitator wrote some, else what the answers say, and the first of each ranking. */
export function decidedList(
  outcome: Outcome,
  language: Language,
): NonNullable<Letter['lists']>[number][] {
  const items = outcome.phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      const said = saidBy(part, language);
      return said === null ? [] : [said];
    });
  return items.length === 0 ? [] : [{ title: TITLE[language], items: items.slice(0, MOST_LINES) }];
}

function saidBy(part: OutcomePart, language: Language): string | null {
  if (part.as === 'poll') {
    const said = part.decision ?? pollFigure(part, language);
    return said === null ? null : `${inLanguage(part.question, language)} ${said}`;
  }
  if (part.as !== 'ranking') return null;
  const first = part.items.filter(({ place }) => place === 1);
  if (first.length === 0) return null;
  const titles = first.map(({ title }) => inLanguage(title, language)).join(', ');
  return `${inLanguage(part.question, language)} ${titles}`;
}
