import type { OutcomeTopic } from '@rondo/meeting';
import { author, cleaned, emptyTopic, votesIn, type Foreign, type ForeignTask } from './foreign.ts';
import { cellsOf, type Table } from './table.ts';

export const PARABOL_RETRO = ['reflectionGroup', 'author', 'votes', 'type', 'content'];

/** A row for each reflection, comment, reply and task; those of a group together are a topic. */
export function readParabolRetro(table: Table): Foreign {
  const cell = cellsOf(table);
  const topics = new Map<string, OutcomeTopic>();
  const tasks: ForeignTask[] = [];
  let heldAt: number | null = null;
  for (const row of table.rows) {
    const text = cleaned(cell(row, 'content'));
    const title = cleaned(cell(row, 'reflectionGroup'));
    if (text === '' && title === '') continue;
    const topic = topics.get(title) ?? emptyTopic(title);
    topics.set(title, topic);
    topic.votes ??= votesIn(cell(row, 'votes'));
    const at = Date.parse(cell(row, 'createdAt'));
    if (!Number.isNaN(at)) heldAt = Math.max(heldAt ?? 0, at);
    if (text === '') continue;
    const by = author(cell(row, 'author'));
    switch (cell(row, 'type').trim().toLowerCase()) {
      case 'task':
        tasks.push({ text, owner: by, done: false, topic: title });
        break;
      case 'comment':
      case 'reply': {
        const reply = cell(row, 'type').trim().toLowerCase() === 'reply';
        topic.comments.push({ text, by: by ?? '–', reply });
        break;
      }
      default:
        topic.cards.push({
          text,
          prompt: cleaned(cell(row, 'prompt')),
          ...(by !== null && { by }),
        });
    }
  }
  const found = [...topics.values()].toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  return {
    format: 'parabol-retro',
    name: '',
    heldAt,
    parts: found.length === 0 ? [] : [{ as: 'topics', topics: found }],
    tasks,
  };
}
