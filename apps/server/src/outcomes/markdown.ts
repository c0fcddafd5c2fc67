import { markdownText } from '@rondo/design/markdown';
import { inLanguage, type Outcome, type OutcomePart, type OutcomeTopic } from '@rondo/meeting';
import { labelled, plain, words as asWritten } from '../as-markdown.ts';
import { dayAt } from '../dates.ts';
import { agendaLines } from './agenda.ts';
import { answerLines, tellsAnything } from './answers.ts';
import { pollLines } from './decided.ts';
import { estimateLines } from './estimates.ts';
import { kudosLines } from './kudos.ts';
import { item } from './lines.ts';
import { rankingLines } from './ranking.ts';
import { reviewedLines } from './reviewed.ts';
import { scaleLines } from './scale.ts';
import { votesIn } from './votes.ts';
import { WORDS, type Language } from './words.ts';

/** An outcome as Markdown, for a wiki or a chat. @param zone of whoever reads it */
export function outcomeMarkdown(outcome: Outcome, language: Language, zone: string): string {
  const words = WORDS[language];
  const lines = [
    `# ${plain(outcome.name)}`,
    '',
    `${plain(inLanguage(outcome.activity, language))} · ${dayAt(outcome.endedAt, language, zone)} · ${words.facilitatedBy(plain(outcome.facilitator))}`,
    '',
    `## ${words.tasks}`,
    '',
    ...(outcome.tasks.length === 0
      ? [words.noTasks]
      : outcome.tasks.map((task) => taskLine(task, language))),
  ];
  for (const phase of outcome.phases) {
    const parts = phase.parts.filter((part) => part.as !== 'answers' || tellsAnything(part));
    if (parts.length === 0) continue;
    lines.push('', `## ${plain(inLanguage(phase.title, language))}`);
    for (const part of parts) lines.push(...partLines(part, outcome, language));
  }
  lines.push('', `## ${words.tookPart}`, '');
  for (const { name, role } of outcome.people)
    lines.push(item(role === 'guest' ? `${plain(name)} (${words.guest})` : plain(name)));
  return `${lines.join('\n')}\n`;
}

function taskLine(task: Outcome['tasks'][number], language: Language): string {
  const words = WORDS[language];
  const details = [
    task.owner === null ? words.nobody : plain(task.owner),
    ...(task.due === null ? [] : [words.until(task.due)]),
  ];
  return item(`[${task.done ? 'x' : ' '}] ${asWritten(task.text)} (${details.join(', ')})`);
}

function partLines(part: OutcomePart, outcome: Outcome, language: Language): string[] {
  switch (part.as) {
    case 'topics':
      return part.topics.flatMap((topic) =>
        topicLines(topic, votesIn(part.topics, topic), outcome, language),
      );
    case 'cards':
      return part.columns.flatMap(({ prompt, cards }) => [
        '',
        `### ${plain(inLanguage(prompt, language))}`,
        '',
        ...cards.map((card) => item(signed(asWritten(card.text), card.by))),
      ]);
    case 'scale':
      return scaleLines(part, language);
    case 'estimates':
      return estimateLines(part, language);
    case 'kudos':
      return kudosLines(part, language);
    case 'answers':
      return answerLines(part, language);
    case 'agenda':
      return agendaLines(part, language);
    case 'reviewed':
      return reviewedLines(part, language);
    case 'poll':
      return pollLines(part, language);
    case 'ranking':
      return rankingLines(part, language);
    default:
      // A part that a newer release has stored.
      return [];
  }
}

const signed = (text: string, by: string | undefined): string =>
  by === undefined ? text : `${text} (${plain(by)})`;

function topicLines(
  topic: OutcomeTopic,
  votes: number | null,
  outcome: Outcome,
  language: Language,
): string[] {
  const words = WORDS[language];
  const facts = [
    ...(votes === null ? [] : [words.votes(votes)]),
    ...(topic.parked ? [words.parked] : []),
  ];
  const lines = [
    '',
    `### ${plain(markdownText(topic.title))}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`,
    '',
  ];
  lines.push(
    ...topic.cards.map((card) => {
      // A topic that somebody added while talking answers no prompt.
      const prompt = plain(inLanguage(card.prompt, language));
      const text = prompt === '' ? asWritten(card.text) : labelled(prompt, card.text);
      return item(signed(text, card.by));
    }),
  );
  if (topic.notes !== '') lines.push('', `**${words.notes}**`, '', asWritten(topic.notes));
  if (topic.comments.length > 0) {
    lines.push('', `**${words.comments}**`, '');
    lines.push(
      ...topic.comments.map((comment) =>
        item(labelled(plain(comment.by), comment.text), comment.reply ? 1 : 0),
      ),
    );
  }
  const tasks = outcome.tasks.filter((task) => topic.tasks.includes(task.id));
  if (tasks.length > 0)
    lines.push('', `**${words.tasks}**`, '', ...tasks.map((task) => taskLine(task, language)));
  return lines;
}
