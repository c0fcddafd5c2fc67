import type { z } from 'zod';
import type { Path } from './place.ts';
import { oneOf, type Finding, type Slip } from './problem.ts';
import { nearestWord } from './spelling.ts';

type Issue = z.core.$ZodIssue;

const KINDS_OF_VALUE: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

const HOW_TO_WRITE: Readonly<Record<string, string>> = {
  array: ' Put each item on its own line, with “- ” before it.',
  object: ' Put each “key: value” on its own line, indented.',
  record: ' Put each “key: value” on its own line, indented.',
};

/** What the schema found, as sentences that say how to mend it. `data` is the whole of the file. */
export function findingsOf(issues: readonly Issue[], data: unknown): Finding[] {
  return issues.flatMap((issue) => findingsOfIssue(issue, [], data));
}

function findingsOfIssue(issue: Issue, prefix: Path, data: unknown): Finding[] {
  const path: Path = [
    ...prefix,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const value = valueAt(data, path);
  const key = path.at(-1);
  if (value === undefined && typeof key === 'string')
    return [
      { path, message: `“${key}” is missing here; add “${key}: …”.`, slip: { kind: 'missing' } },
    ];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((unknown) => ({
      path: [...path, unknown],
      message: `“${unknown}” does not belong here; correct its spelling or remove it.`,
    }));
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.find((branch) => !branch.some(isOfAnotherType));
    if (fitting !== undefined)
      return fitting.flatMap((inner) => findingsOfIssue(inner, path, data));
  }
  const slip = slipOf(issue);
  return [{ path, message: sentence(issue, value), ...(slip && { slip }) }];
}

/** What somebody who filled in a form has overlooked; undefined for what no form lets anybody do. */
function slipOf(issue: Issue): Slip | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  const isSmall = issue.code === 'too_small';
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') return isSmall ? { kind: 'empty' } : { kind: 'too-long', bound };
  if (issue.origin === 'array') return { kind: isSmall ? 'too-few' : 'too-many', bound };
  return { kind: isSmall ? 'too-low' : 'too-high', bound };
}

/** A branch of a union that fails at its very root was not the one that the author had in mind. */
function isOfAnotherType(issue: Issue): boolean {
  return (
    issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  );
}

function sentence(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage([issue.expected], value);
    case 'invalid_union':
      if (issue.discriminator !== undefined && isWritten(value))
        return choiceMessage(String(value), optionsOf(issue));
      return typeMessage(
        issue.errors.flatMap((branch) => branch.flatMap(expectedType)),
        value,
      );
    case 'invalid_value':
      return choiceMessage(String(value), issue.values.map(String));
    case 'too_small':
      return sizeMessage(issue.origin, 'at least', Number(issue.minimum));
    case 'too_big':
      return sizeMessage(issue.origin, 'at most', Number(issue.maximum));
    case 'invalid_format':
      return `“${String(value)}” may have only small letters, digits and single hyphens between them, such as “four-ls”.`;
    case 'not_multiple_of':
      return `${String(value)} must be a multiple of ${issue.divisor}.`;
    case 'custom':
      return issue.message;
    default:
      return `“${String(value)}” does not fit here (${issue.code}).`;
  }
}

function expectedType(issue: Issue): string[] {
  return issue.code === 'invalid_type' ? [issue.expected] : [];
}

function typeMessage(expected: readonly string[], value: unknown): string {
  if (value === null) return 'Nothing stands here; write what belongs after the colon.';
  if (expected.includes('string') && typeof value !== 'object')
    return `This is read as ${kindOfValue(value)}; put it in quotes to make it a text.`;
  const wanted = [...new Set(expected)].map((type) => KINDS_OF_VALUE[type] ?? type).join(' or ');
  const how = HOW_TO_WRITE[expected.at(-1) ?? ''] ?? '';
  return `This must be ${wanted}, but it is ${kindOfValue(value)}.${how}`;
}

function kindOfValue(value: unknown): string {
  if (typeof value === 'string')
    return `the text “${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`;
  if (typeof value === 'number' || typeof value === 'boolean')
    return `the ${typeof value === 'number' ? 'number' : 'value'} ${value}`;
  return KINDS_OF_VALUE[Array.isArray(value) ? 'array' : 'object'] as string; // both are in the table above
}

function choiceMessage(value: string, options: readonly string[]): string {
  const meant = nearestWord(value, options);
  if (meant !== undefined) return `“${value}” is not known here; did you mean “${meant}”?`;
  return `“${value}” is not known here; use ${oneOf(options)}.`;
}

/** Something on one line, which an author may have meant as a text. */
function isWritten(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function optionsOf(issue: z.core.$ZodIssueInvalidUnion): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function sizeMessage(origin: string, bound: string, limit: number): string {
  if (origin === 'string' && bound === 'at least' && limit === 1)
    return 'This text is empty; write something or remove the line.';
  if (origin === 'string') return `This text must have ${bound} ${limit} characters.`;
  if (origin === 'array')
    return `This list must have ${bound} ${limit} ${limit === 1 ? 'item' : 'items'}.`;
  return `This number must be ${bound} ${limit}.`;
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    return (value as Record<string | number, unknown>)[step]; // an object or a list, and it has this key
  }, data);
}
