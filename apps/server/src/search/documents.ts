import { inLanguage, type LocalText, type Outcome, type OutcomePart } from '@rondo/meeting';

/** What can be found of a meeting. */
export interface Document {
  readonly kind: 'outcome' | 'topic' | 'answer';
  readonly title: string;
  readonly body: string;
}

/** A document longer than this is found by its beginning. PostgreSQL takes 1 MB of words at most. */
const LONGEST = 30_000;

/**
 * What an outcome is found by: the meeting itself, its topics, and its questions with what was answered.
 * Only what people wrote, never who wrote it: whether a phase was anonymous need not be asked.
 */
export function documentsOf(outcome: Outcome, language: 'en' | 'de'): Document[] {
  const say = (text: LocalText): string => inLanguage(text, language);
  const parts = outcome.phases.flatMap((phase) => phase.parts);
  const whole: Document = {
    kind: 'outcome',
    title: outcome.name,
    body: lines(
      inLanguage(outcome.activity, 'en'),
      inLanguage(outcome.activity, 'de'),
      ...parts.flatMap((part) =>
        part.as === 'ranking'
          ? [say(part.question), ...part.items.map(({ title }) => say(title))]
          : [],
      ),
    ),
  };
  return [whole, ...parts.flatMap((part) => documentsIn(part, say))].flatMap(cut);
}

function documentsIn(part: OutcomePart, say: (text: LocalText) => string): Document[] {
  switch (part.as) {
    case 'topics':
      return part.topics.map(({ title, notes, cards, comments }) =>
        topic(title, notes, ...texts(cards), ...texts(comments)),
      );
    case 'agenda':
      return part.items.map(({ text, note = '' }) => topic(text, note));
    case 'estimates':
      return part.stories.map(({ title, description, acceptance, comments }) =>
        topic(title, description, acceptance, ...texts(comments)),
      );
    case 'poll':
      return [
        topic(
          say(part.question),
          part.decision ?? '',
          ...part.options.map(({ label }) => say(label)),
          ...texts(part.reasons.filter(({ withdrawn }) => withdrawn !== true)),
        ),
      ];
    case 'cards':
      return part.columns.map(({ prompt, cards }) => answer(say(prompt), ...texts(cards)));
    case 'answers':
      return [
        answer(
          say(part.question),
          ...part.answers.flatMap(({ text, comments = [] }) => [text, ...texts(comments)]),
        ),
      ];
    case 'scale':
      return [answer(say(part.question), ...(part.comments ?? []))];
    case 'kudos':
      return part.kudos.map(({ text }) => answer('', text));
    default:
      // Tasks are documents of their own, and rankings are the meeting's.
      return [];
  }
}

const texts = (those: readonly { text: string }[]): string[] => those.map(({ text }) => text);
const lines = (...those: readonly string[]): string =>
  those.filter((each) => each !== '').join('\n');
const topic = (title: string, ...rest: readonly string[]): Document => ({
  kind: 'topic',
  title,
  body: lines(...rest),
});
/** A question that nobody answered is found by nobody. */
const answer = (title: string, ...rest: readonly string[]): Document => ({
  kind: 'answer',
  title,
  body: lines(...rest),
});

function cut({ kind, title, body }: Document): Document[] {
  if (kind === 'answer' && body === '') return [];
  if (title === '' && body === '') return [];
  return [{ kind, title, body: body.slice(0, LONGEST) }];
}
