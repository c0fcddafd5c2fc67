import type { LocalText } from '@rondo/meeting';

/** One thing that a step asks: a prompt, a statement to rate, an option to choose. */
export interface Asked {
  readonly title: LocalText;
  readonly hint?: LocalText;
  readonly hue?: string;
}

/** By convention what people are asked stands in the settings of any kind under one of these names. */
const LISTS = ['prompts', 'questions', 'statements', 'options', 'items', 'dimensions'] as const;
const TITLES = ['title', 'text', 'question', 'label', 'name'] as const;

/** The question over a step as a whole, where it has one. */
export function questionIn(settings: Readonly<Record<string, unknown>>): LocalText | undefined {
  return textAt(settings, ['question']);
}

/** What a step asks one by one, in its order; of whatever kind it is. */
export function askedIn(settings: Readonly<Record<string, unknown>>): Asked[] {
  return LISTS.flatMap((list) => {
    const items = settings[list];
    return Array.isArray(items) ? items.flatMap((item: unknown) => asked(item)) : [];
  });
}

function asked(item: unknown): Asked[] {
  if (isText(item)) return [{ title: item }];
  if (!isRecord(item)) return [];
  const title = textAt(item, TITLES);
  if (title === undefined) return [];
  const hint = textAt(item, ['hint', 'help', 'description']);
  const { hue } = item;
  return [{ title, ...(hint !== undefined && { hint }), ...(typeof hue === 'string' && { hue }) }];
}

function textAt(
  record: Readonly<Record<string, unknown>>,
  names: readonly string[],
): LocalText | undefined {
  return names.map((name) => record[name]).find(isText);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is LocalText =>
  typeof value === 'string' || (isRecord(value) && typeof value['en'] === 'string');
