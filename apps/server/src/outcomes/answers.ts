import { inLanguage, type OutcomePart } from '@rondo/meeting';
import { labelled, plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import type { Language } from './words.ts';

type AnswersPart = Extract<OutcomePart, { as: 'answers' }>;
type Answer = AnswersPart['answers'][number];

const WORDS = {
  en: { late: 'late', gone: 'taken back', missing: 'No answer from' },
  de: { late: 'verspätet', gone: 'zurückgenommen', missing: 'Keine Antwort von' },
};

const signs = ({ reactions = [] }: Answer): string =>
  reactions.map(({ sign, count }) => ` ${sign} ${count}`).join('');

function answerLine(answer: Answer, language: Language): string {
  const words = WORDS[language];
  const facts = [answer.by, answer.late ? words.late : undefined].filter(
    (fact) => fact !== undefined,
  );
  const text = answer.text === '' ? `*${words.gone}*` : asWritten(answer.text);
  return `${text}${facts.length > 0 ? ` (${facts.map(plain).join(', ')})` : ''}${signs(answer)}`;
}

/** False for a question that nobody answered, where it is not told who should have. */
export const tellsAnything = ({ answers, missing = [] }: AnswersPart): boolean =>
  answers.length > 0 || missing.length > 0;

/** A question with its answers, and what was said about each. */
export const answerLines = (part: AnswersPart, language: Language): string[] => [
  '',
  `**${plain(inLanguage(part.question, language))}**`,
  '',
  ...part.answers.flatMap((answer) => [
    item(answerLine(answer, language)),
    ...(answer.comments ?? []).map(({ text, by, reply }) =>
      item(labelled(plain(by), text), reply ? 2 : 1),
    ),
  ]),
  ...(part.missing?.length
    ? [...(part.answers.length > 0 ? [''] : []), missingLine(part.missing, language)]
    : []),
];

const missingLine = (missing: readonly string[], language: Language): string =>
  `${WORDS[language].missing}: ${missing.map(plain).join(', ')}`;

export const answerRows = (part: AnswersPart, language: Language): Row[] => {
  const topic = inLanguage(part.question, language);
  const missing = (part.missing ?? []).map((author) => ({ type: 'missing', topic, author }));
  const given = part.answers.flatMap((answer) => [
    {
      type: answer.late ? 'late answer' : 'answer',
      topic,
      text: answer.text,
      author: answer.by ?? '',
      votes: signs(answer).trim(),
    },
    ...(answer.comments ?? []).map((comment) => ({
      type: comment.reply ? 'reply' : 'comment',
      topic,
      text: comment.text,
      author: comment.by,
    })),
  ]);
  return [...given, ...missing];
};
