import type { Outcome } from '@rondo/meeting';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { OutcomeFile } from '../portability/archive/outcome-shape.ts';
import { outcomeCsv } from './csv.ts';
import { outcomeMarkdown } from './markdown.ts';

/** What a schema says in JSON, as far as outcomes use it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Names of things for the program, which nobody reads. */
const UNREAD: ReadonlySet<string> = new Set([
  'id',
  'as',
  'kind',
  'way',
  'statement',
  'tasks',
  'topic',
  'removed',
]);

/** Something of this shape with all that it may hold, and a word of its own wherever people read one. */
function full(schema: Schema, path: string, words: string[]): unknown {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return full(schema.anyOf[0] ?? {}, path, words);
  if (schema.oneOf) return schema.oneOf.map((each) => full(each, path, words));
  const type = typeof schema.type === 'object' ? schema.type[0] : schema.type;
  if (type === 'array') {
    const items = schema.items ?? {};
    const all = items.oneOf?.map((each, n) => full(each, `${path}.${n}`, words));
    return all ?? [full(items, path, words)];
  }
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, each]) => [
        key,
        full(each, `${path}.${key}`, words),
      ]),
    );
  if (type === 'integer' || type === 'number') return 7;
  if (type === 'boolean') return false;
  if (schema.format === 'date') return '2031-05-17';
  const word = schema.pattern ? `https://word${words.length}.example` : `word${words.length}x`;
  if (!UNREAD.has(name)) words.push(word);
  return word;
}

const ENDS = /"(low|high)"/;
const BESIDE = /"(low|high|label|value)"|^ "(name|activity|facilitator)"|^ {3}"name"/;

test('every word that an outcome may hold is in the Markdown and in the table', () => {
  const words: string[] = [];
  // The same shape as the schema that made it.
  const outcome = full(z.toJSONSchema(OutcomeFile) as Schema, '', words) as Outcome;
  expect(OutcomeFile.safeParse(outcome).error).toBe(undefined);
  expect(outcome.phases[0]?.parts.length).toBeGreaterThan(9);
  const at = (text: string): string[] => {
    const lines = JSON.stringify(outcome, null, 1).split('\n');
    return words
      .filter((word) => !text.includes(word))
      .map((word) => lines.find((line) => line.includes(word)) ?? word);
  };
  // Named points stand for the ends of their scale.
  expect(at(outcomeMarkdown(outcome, 'en', 'UTC')).filter((line) => !ENDS.test(line))).toEqual([]);
  // A table is for reckoning: what was said and by whom, but not each pick, nor about the meeting as a whole.
  const missing = at(outcomeCsv(outcome, 'en')).filter((line) => !BESIDE.test(line));
  expect(missing).toEqual([]);
});
