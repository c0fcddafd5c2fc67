import { markdownText } from '@rondo/design/markdown';
import type { Outcome, OutcomePart } from '@rondo/meeting';
import { plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import { WORDS, type Language } from './words.ts';

type ReviewedPart = Extract<OutcomePart, { as: 'reviewed' }>;
type Reviewed = ReviewedPart['tasks'][number];

const VERDICTS = {
  en: {
    done: 'done',
    keep: 'stays open',
    changed: 'changed, stays open',
    dropped: 'dropped',
    none: 'not decided',
    putOff: 'missed before, put off',
    helped: (yes: number, no: number) => `helped: ${yes} yes, ${no} no`,
    from: (meeting: string) => `from ${meeting}`,
    title: 'What became of earlier promises',
  },
  de: {
    done: 'erledigt',
    keep: 'bleibt offen',
    changed: 'geändert, bleibt offen',
    dropped: 'gestrichen',
    none: 'nicht entschieden',
    putOff: 'schon öfter verpasst, aufgeschoben',
    helped: (yes: number, no: number) => `hat geholfen: ${yes} ja, ${no} nein`,
    from: (meeting: string) => `aus ${meeting}`,
    title: 'Was aus früheren Zusagen wurde',
  },
};

function factsOf({ owner, due, verdict, helped, putOff }: Reviewed, language: Language): string[] {
  const words = VERDICTS[language];
  const { nobody, until } = WORDS[language];
  return [
    owner ?? nobody,
    ...(due ? [until(due)] : []),
    putOff ? words.putOff : words[verdict ?? 'none'],
    ...(helped ? [words.helped(helped.yes, helped.no)] : []),
  ];
}

export const reviewedLines = (part: ReviewedPart, language: Language): string[] => [
  '',
  ...part.tasks.map((task) =>
    item(
      `[${task.verdict === 'done' ? 'x' : ' '}] ${asWritten(task.text)} (${[
        ...factsOf(task, language),
        VERDICTS[language].from(task.meeting),
      ]
        .map(plain)
        .join(', ')})`,
    ),
  ),
];

export const reviewedRows = (part: ReviewedPart, language: Language): Row[] =>
  part.tasks.map((task) => ({
    type: 'promise',
    topic: task.meeting,
    text: task.text,
    author: task.owner ?? '',
    due: task.due ?? '',
    done: VERDICTS[language][task.verdict ?? 'none'],
  }));

/** What became of promises, for a mail; nothing where there were none. */
export function reviewedList({ phases }: Outcome, language: Language) {
  const items = phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.as === 'reviewed' ? part.tasks : []))
    .map((task) => `${markdownText(task.text)} (${factsOf(task, language).join(', ')})`);
  return items.length === 0 ? [] : [{ title: VERDICTS[language].title, items }];
}
