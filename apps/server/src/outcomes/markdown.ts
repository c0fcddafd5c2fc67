import { inLanguage, type Outcome, type OutcomePart, type OutcomeTopic } from '@rondo/meeting';
import { agendaLines } from './agenda.ts';
import { answerLines, tellsAnything } from './answers.ts';
import { pollLines } from './decided.ts';
import { estimateLines } from './estimates.ts';
import { kudosLines } from './kudos.ts';
import { item, oneLine } from './lines.ts';
import { rankingLines } from './ranking.ts';
import { reviewedLines } from './reviewed.ts';
import { scaleLines } from './scale.ts';
import { dateOf, WORDS, type Language } from './words.ts';

/** An outcome as Markdown, for a wiki or a chat. People's own Markdown stays what it is. */
export function outcomeMarkdown(outcome: Outcome, language: Language): string {
  const words = WORDS[language];
  const lines = [
    `# ${oneLine(outcome.name)}`,
    '',
    `${inLanguage(outcome.activity, language)} · ${dateOf(outcome, language)} · ${words.facilitatedBy(outcome.facilitator)}`,
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
    lines.push('', `## ${oneLine(inLanguage(phase.title, language))}`);
    for (const part of parts) lines.push(...partLines(part, outcome, language));
  }
  lines.push('', `## ${words.tookPart}`, '');
  for (const { name, role } of outcome.people)
    lines.push(item(role === 'guest' ? `${name} (${words.guest})` : name));
  return `${lines.join('\n')}\n`;
}

function taskLine(task: Outcome['tasks'][number], language: Language): string {
  const words = WORDS[language];
  const details = [
    task.owner ?? words.nobody,
    ...(task.due === null ? [] : [words.until(task.due)]),
  ];
  return item(`[${task.done ? 'x' : ' '}] ${task.text} (${details.join(', ')})`);
}

function partLines(part: OutcomePart, outcome: Outcome, language: Language): string[] {
  switch (part.as) {
    case 'topics':
      return part.topics.flatMap((topic) => topicLines(topic, outcome, language));
    case 'cards':
      return part.columns.flatMap(({ prompt, cards }) => [
        '',
        `### ${oneLine(inLanguage(prompt, language))}`,
        '',
        ...cards.map((card) => item(signed(card.text, card.by))),
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
  by === undefined ? text : `${text} (${by})`;

function topicLines(topic: OutcomeTopic, outcome: Outcome, language: Language): string[] {
  const words = WORDS[language];
  const facts = [
    ...(topic.votes === null ? [] : [words.votes(topic.votes)]),
    ...(topic.parked ? [words.parked] : []),
  ];
  const lines = [
    '',
    `### ${oneLine(topic.title)}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`,
    '',
  ];
  lines.push(
    ...topic.cards.map((card) => {
      // A topic that somebody added while talking answers no prompt.
      const prompt = inLanguage(card.prompt, language);
      return item(signed(prompt === '' ? card.text : `${prompt}: ${card.text}`, card.by));
    }),
  );
  if (topic.notes !== '') lines.push('', `**${words.notes}**`, '', topic.notes);
  if (topic.comments.length > 0) {
    lines.push('', `**${words.comments}**`, '');
    lines.push(
      ...topic.comments.map((comment) =>
        item(`${comment.by}: ${comment.text}`, comment.reply ? 1 : 0),
      ),
    );
  }
  const tasks = outcome.tasks.filter((task) => topic.tasks.includes(task.id));
  if (tasks.length > 0)
    lines.push('', `**${words.tasks}**`, '', ...tasks.map((task) => taskLine(task, language)));
  return lines;
}
