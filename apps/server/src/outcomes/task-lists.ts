import { markdownText } from '@rondo/design/markdown';
import type { Outcome } from '@rondo/meeting';
import { dayText } from '../dates.ts';
import type { Letter } from '../mail/letter.ts';
import { WORDS, type Language } from './words.ts';

type List = NonNullable<Letter['lists']>[number];

const MORE = { en: 'All tasks of the team', de: 'Alle Aufgaben des Teams' };

/** What was agreed on: a list for each person who took something, and one of what nobody has taken yet. */
export function taskLists({ tasks }: Outcome, language: Language, url: string): List[] {
  const words = WORDS[language];
  if (tasks.length === 0) return [{ title: words.tasks, items: [words.noTasks] }];
  const byOwner = [...Map.groupBy(tasks, ({ owner }) => owner)];
  // Those that wait for somebody come last.
  const inOrder = byOwner.toSorted(([a], [b]) => Number(a === null) - Number(b === null));
  const lists = inOrder.map(([owner, own]) => ({
    title: `${words.tasks}: ${owner ?? words.nobody}`,
    items: own.map(({ text, due }) => {
      const plain = markdownText(text);
      return due === null ? plain : `${plain} (${words.until(dayText(due, language))})`;
    }),
  }));
  return [...lists, { title: MORE[language], items: [{ text: url, url }] }];
}
