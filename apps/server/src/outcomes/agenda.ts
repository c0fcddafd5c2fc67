import type { Outcome, OutcomePart } from '@rondo/meeting';
import { plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import type { Language } from './words.ts';

type AgendaPart = Extract<OutcomePart, { as: 'agenda' }>;

const WORDS = {
  en: { pinned: 'comes back every time' },
  de: { pinned: 'kommt jedes Mal wieder' },
};

/** The agenda as a list to tick off; what was not reached says so by its empty box. */
export const agendaLines = (part: AgendaPart, language: Language): string[] => [
  '',
  ...part.items.map(({ text, note = '', by, pinned, done }) => {
    const about = [plain(by), ...(pinned ? [WORDS[language].pinned] : [])].join(', ');
    const words = `[${done ? 'x' : ' '}] ${plain(text)} (${about})`;
    return item(note === '' ? words : `${words}\n${asWritten(note)}`);
  }),
];

export const agendaRows = (part: AgendaPart): Row[] =>
  part.items.map(({ text, note = '', by, done }) => ({
    type: 'agenda',
    topic: text,
    text: note,
    author: by,
    done: done ? 'yes' : 'no',
  }));

/** What waits for the next meeting, for a mail; nothing where all was talked about. */
export function waitingList({ phases }: Outcome, language: Language) {
  const items = phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.as === 'agenda' ? part.items : []))
    .filter(({ done }) => !done)
    .map(({ text }) => text);
  return items.length === 0 ? [] : [{ title: WAITING[language], items }];
}

const WAITING = { en: 'Waits for next time', de: 'Wartet auf das nächste Mal' };
