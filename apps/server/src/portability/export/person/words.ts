import type { Outcome } from '@rondo/meeting';

export interface Said {
  /** The kind of part it stands in, such as `topics`. */
  readonly in: string;
  readonly text: string;
}

/** Texts in an outcome that carry this name as their author's. What was anonymous carries none. */
export function wordsOf(outcome: Outcome, name: string): Said[] {
  return outcome.phases.flatMap(({ parts }) =>
    parts.flatMap((part) => saidIn(part, name).map((text) => ({ in: part.as, text }))),
  );
}

/** Everywhere in an outcome, `by` beside `text` says whose words these are. */
function saidIn(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => saidIn(each, name));
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'by' in value && value.by === name && 'text' in value && typeof value.text === 'string'
      ? [value.text]
      : [];
  return [...own, ...Object.values(value).flatMap((each) => saidIn(each, name))];
}
