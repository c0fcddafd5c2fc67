import { inLanguage, type OutcomePart, type PollVerdict } from '@rondo/meeting';
import { labelled, plain, words as asWritten } from '../as-markdown.ts';
import type { Row } from './csv.ts';
import { item } from './lines.ts';
import { WORDS, type Language } from './words.ts';

type PollPart = Extract<OutcomePart, { as: 'poll' }>;

const POLL = {
  en: {
    decision: 'Decision',
    reasons: 'Reasons',
    round: (n: number) => `round ${n}`,
    out: (n: number) => `out after round ${n}`,
    withdrawn: 'taken back',
  },
  de: {
    decision: 'Entscheidung',
    reasons: 'Gründe',
    round: (n: number) => `Runde ${n}`,
    out: (n: number) => `nach Runde ${n} ausgeschieden`,
    withdrawn: 'zurückgenommen',
  },
};

const VERDICTS: Record<Language, Record<PollVerdict, string>> = {
  en: {
    chosen: 'chosen',
    tie: 'a tie',
    passed: 'passed',
    concerns: 'passed, with concerns',
    rejected: 'not passed',
    blocked: 'stopped',
  },
  de: {
    chosen: 'gewählt',
    tie: 'Gleichstand',
    passed: 'angenommen',
    concerns: 'angenommen, mit Bedenken',
    rejected: 'nicht angenommen',
    blocked: 'angehalten',
  },
};

/** What the result is, in a few words: the favourite where there is one. */
export function pollFigure(part: PollPart, language: Language): string | null {
  if (part.verdict === undefined) return null;
  const winners = part.options.filter(({ winner }) => winner);
  if (winners.length === 0) return VERDICTS[language][part.verdict];
  const names = winners.map(({ label }) => inLanguage(label, language)).join(', ');
  return part.verdict === 'tie' ? `${VERDICTS[language].tie}: ${names}` : names;
}

export function pollLines(part: PollPart, language: Language): string[] {
  const words = POLL[language];
  const facts = [
    ...(part.round === undefined ? [] : [words.round(part.round)]),
    WORDS[language].answers(part.answers),
  ];
  const figure = pollFigure(part, language);
  return [
    '',
    `**${plain(inLanguage(part.question, language))}** (${facts.join(', ')})`,
    '',
    ...(figure === null ? [] : [plain(figure), '']),
    // What people put up to be chosen from stays, also where nobody learns what was chosen.
    ...(part.tooFew ? [WORDS[language].tooFew, ''] : []),
    ...part.options.map((option) =>
      item(part.tooFew ? labelOf(option, language) : optionLine(option, language)),
    ),
    ...(part.reasons.length === 0 ? [] : ['', `**${words.reasons}**`, '']),
    ...part.reasons.map(({ text, option, by, withdrawn }) => {
      const about = [
        ...(by === undefined ? [] : [plain(by)]),
        ...(withdrawn ? [words.withdrawn] : []),
      ];
      const label = plain(inLanguage(option, language));
      return item(`${labelled(label, text)}${about.length > 0 ? ` (${about.join(', ')})` : ''}`);
    }),
    ...(part.decision === null ? [] : ['', `**${words.decision}**`, '', asWritten(part.decision)]),
  ];
}

function optionLine(
  { label, count, by, out }: PollPart['options'][number],
  language: Language,
): string {
  const names = by && by.length > 0 ? ` (${by.map(plain).join(', ')})` : '';
  const gone = out === undefined ? '' : `, ${POLL[language].out(out)}`;
  return `${labelOf({ label }, language)}: ${count}${names}${gone}`;
}

const labelOf = (
  { label }: Pick<PollPart['options'][number], 'label'>,
  language: Language,
): string => plain(inLanguage(label, language));

export function pollRows(part: PollPart, language: Language): Row[] {
  const topic = inLanguage(part.question, language);
  return [
    ...part.options.map(({ label, count, by }): Row => ({
      type: 'option',
      topic,
      text: inLanguage(label, language),
      votes: part.tooFew ? '' : String(count),
      author: by?.join(', ') ?? '',
    })),
    ...part.reasons.map(({ text, option, by }): Row => ({
      type: 'reason',
      topic,
      prompt: inLanguage(option, language),
      text,
      author: by ?? '',
    })),
    ...(part.decision === null ? [] : [{ type: 'decision', topic, text: part.decision }]),
  ];
}
