import { inLanguage, type Outcome, type OutcomePart } from '@rondo/meeting';
import { agendaRows } from './agenda.ts';
import { answerRows } from './answers.ts';
import { pollRows } from './decided.ts';
import { estimateRows } from './estimates.ts';
import { kudosRows } from './kudos.ts';
import { rankingRows } from './ranking.ts';
import { reviewedRows } from './reviewed.ts';
import { scaleRows } from './scale.ts';
import { votesIn } from './votes.ts';
import type { Language } from './words.ts';

const COLUMNS = [
  'type',
  'phase',
  'topic',
  'votes',
  'prompt',
  'text',
  'author',
  'due',
  'done',
] as const;
export type Row = Partial<Record<(typeof COLUMNS)[number], string>> & {
  /** Columns that only some outcomes have, by their heads; they stand behind the others. */
  more?: Readonly<Record<string, string>>;
};

/** RFC 4180; a leading `=`, `+`, `-`, `@`, tab or line break gets a quote, or a spreadsheet would run it as a formula. */
export function cell(value: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Everything people wrote, a row each. Starts with a byte order mark, so that spreadsheets read it as UTF-8. */
export function outcomeCsv(outcome: Outcome, language: Language): string {
  const rows: Row[] = outcome.phases.flatMap((phase) => {
    const title = inLanguage(phase.title, language);
    return phase.parts
      .flatMap((part) => partRows(part, language))
      .map((row) => ({ ...row, phase: title }));
  });
  const topics = new Map(
    outcome.phases
      .flatMap((phase) => phase.parts)
      .flatMap((part) => (part.as === 'topics' ? part.topics : []))
      .flatMap((topic) => topic.tasks.map((task) => [task, topic.title] as const)),
  );
  for (const task of outcome.tasks) {
    rows.push({
      type: 'task',
      topic: topics.get(task.id) ?? '',
      text: task.text,
      author: task.owner ?? '',
      due: task.due ?? '',
      done: task.done ? 'yes' : 'no',
    });
  }
  const heads = [...new Set(rows.flatMap(({ more = {} }) => Object.keys(more)))];
  const lines = [
    [...COLUMNS, ...heads.map(cell)].join(','),
    ...rows.map((row) =>
      [
        ...COLUMNS.map((column) => cell(row[column] ?? '')),
        ...heads.map((head) => cell(row.more?.[head] ?? '')),
      ].join(','),
    ),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function partRows(part: OutcomePart, language: Language): Row[] {
  switch (part.as) {
    case 'topics':
      return part.topics.flatMap((topic) => {
        const votes = votesIn(part.topics, topic);
        const about = { topic: topic.title, votes: votes === null ? '' : String(votes) };
        return [
          ...topic.cards.map((card): Row => ({
            ...about,
            type: 'card',
            prompt: inLanguage(card.prompt, language),
            text: card.text,
            author: card.by ?? '',
          })),
          ...(topic.notes === '' ? [] : [{ ...about, type: 'notes', text: topic.notes }]),
          ...topic.comments.map((comment): Row => ({
            ...about,
            type: comment.reply ? 'reply' : 'comment',
            text: comment.text,
            author: comment.by,
          })),
        ];
      });
    case 'cards':
      return part.columns.flatMap(({ prompt, cards }) =>
        cards.map((card) => ({
          type: 'card',
          prompt: inLanguage(prompt, language),
          text: card.text,
          author: card.by ?? '',
        })),
      );
    case 'scale':
      return scaleRows(part, language);
    case 'estimates':
      return estimateRows(part, language);
    case 'kudos':
      return kudosRows(part, language);
    case 'answers':
      return answerRows(part, language);
    case 'agenda':
      return agendaRows(part);
    case 'reviewed':
      return reviewedRows(part, language);
    case 'poll':
      return pollRows(part, language);
    case 'ranking':
      return rankingRows(part, language);
    default:
      // A part that a newer release has stored.
      return [];
  }
}
