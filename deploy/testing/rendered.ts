import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const CHART = join(import.meta.dirname, '../helm');

type Scope = Readonly<Record<string, unknown>>;

/**
 * What Helm would make of our chart, for the little of its language that the chart uses: values,
 * `if`, `range`, and the functions below. Throws at anything else, so that no test can pass over it.
 * @param set values as `--set` would give them, such as `ingress.enabled`
 */
export function rendered(set: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const values = parse(readFileSync(join(CHART, 'values.yaml'), 'utf8')) as Record<string, unknown>;
  for (const [path, value] of Object.entries(set)) put(values, path.split('.'), value);
  const chart = parse(readFileSync(join(CHART, 'Chart.yaml'), 'utf8')) as { appVersion: string };
  const scope = {
    Values: values,
    Release: { Name: 'sample' },
    Chart: { AppVersion: chart.appVersion },
  };
  const files = readdirSync(join(CHART, 'templates'));
  return new Map(
    files.map((file) => [
      file,
      parse(render(readFileSync(join(CHART, 'templates', file), 'utf8'), scope)) as unknown,
    ]),
  );
}

function put(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (!(first in object)) throw new Error(`values.yaml has no ${path.join('.')}`);
  if (rest.length === 0) object[first] = value;
  else put(object[first] as Record<string, unknown>, rest, value);
}

/** Blocks first, the outermost one before those in it. */
function render(text: string, scope: Scope): string {
  const start = /^[ \t]*\{\{- (if|range) (.*?) \}\}\n/m.exec(text);
  if (!start)
    return text.replaceAll(/\{\{-? (.*?) -?\}\}/g, (_, pipe: string) => show(pipe, scope));
  const [opening, kind, head = ''] = start;
  const end = endOf(text, start.index);
  const body = text
    .slice(start.index + opening.length, end)
    .replace(/[ \t]*\{\{- end \}\}\n?$/, '');
  const made = kind === 'if' ? branch(head, body, scope) : loop(head, body, scope);
  return render(text.slice(0, start.index), scope) + made + render(text.slice(end), scope);
}

function endOf(text: string, from: number): number {
  let depth = 0;
  for (const mark of text.slice(from).matchAll(/\{\{- (if|range|end)\b.*?\}\}\n?/g)) {
    depth += mark[1] === 'end' ? -1 : 1;
    if (depth === 0) return from + mark.index + mark[0].length;
  }
  throw new Error('a block has no end');
}

function branch(condition: string, body: string, scope: Scope): string {
  const isNegated = condition.startsWith('not ');
  const value = evaluated(isNegated ? condition.slice(4) : condition, scope);
  return Boolean(value) === isNegated ? '' : render(body, scope);
}

function loop(head: string, body: string, scope: Scope): string {
  const [, key = '', value = '', over = ''] = /^\$(\w+), \$(\w+) := (.*)$/.exec(head) ?? [];
  return Object.entries(evaluated(over, scope) as object)
    .map(([name, each]) => render(body, { ...scope, [`$${key}`]: name, [`$${value}`]: each }))
    .join('');
}

const show = (pipe: string, scope: Scope): string => {
  const value = evaluated(pipe, scope);
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${pipe} is no text`);
  return String(value);
};

/** `a | f x | g`: the result of each is the last argument of the next. */
function evaluated(pipe: string, scope: Scope): unknown {
  const [first = '', ...rest] = pipe.split(' | ');
  return rest.reduce<unknown>(
    (value, call) => apply(call, scope, [value]),
    apply(first, scope, []),
  );
}

function apply(call: string, scope: Scope, last: readonly unknown[]): unknown {
  const words = call.match(/"[^"]*"|\([^)]*\)|\S+/g) ?? [];
  const [name = '', ...args] = words;
  const run = functions[name];
  if (!run) return word(name, scope);
  return run(...args.map((each) => word(each, scope)), ...last);
}

function word(text: string, scope: Scope): unknown {
  if (text.startsWith('"')) return text.slice(1, -1);
  if (text.startsWith('(')) return evaluated(text.slice(1, -1), scope);
  if (/^\d+$/.test(text)) return Number(text);
  if (text.startsWith('$')) return scope[text];
  if (!text.startsWith('.')) throw new Error(`not understood: ${text}`);
  return text
    .slice(1)
    .split('.')
    .reduce<unknown>((value, key) => {
      if (typeof value !== 'object' || value === null || !(key in value))
        throw new Error(`there is no ${text}`);
      return (value as Scope)[key];
    }, scope);
}

const functions: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  quote: (value) => JSON.stringify(String(value)),
  add: (...numbers) => numbers.reduce<number>((sum, each) => sum + Number(each), 0),
  div: (a, b) => Math.floor(Number(a) / Number(b)),
  default: (otherwise, value) => (value === '' || value === undefined ? otherwise : value),
  trimPrefix: (prefix, value) =>
    String(value).startsWith(String(prefix)) ? String(value).slice(String(prefix).length) : value,
  required: (message, value) => {
    if (value === '' || value === undefined) throw new Error(String(message));
    return value;
  },
  toYaml: (value) => stringify(value).trimEnd(),
  nindent: (width, text) =>
    `\n${String(text)
      .split('\n')
      .map((line) => ' '.repeat(Number(width)) + line)
      .join('\n')}`,
};
