import { globSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** One directive of nginx, with what stands in its braces. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly Directive[] | null;
  /** Such as `/etc/nginx/nginx.conf:12`. */
  readonly place: string;
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly isQuoted: boolean;
}

/**
 * Reads nginx's files as nginx does, with all that they include. Throws when one may not be read.
 * @param root what lies before its paths, for one in a container
 */
export function readNginx(file: string, root: string, prefix = dirname(file)): Directive[] {
  const tokens = tokensOf(readFileSync(root + file, 'utf8'));
  let at = 0;
  const block = (): Directive[] => {
    const found: Directive[] = [];
    let words: Token[] = [];
    while (at < tokens.length) {
      const token = tokens[at++];
      if (!token) break;
      const [name, ...args] = words;
      if (!token.isQuoted && token.text === '}') return found;
      if (token.isQuoted || (token.text !== ';' && token.text !== '{')) {
        words.push(token);
        continue;
      }
      words = [];
      if (!name) continue;
      const place = `${file}:${name.line}`;
      const texts = args.map(({ text }) => text);
      if (token.text === '{') found.push({ name: name.text, args: texts, block: block(), place });
      else if (name.text === 'include') found.push(...included(texts[0] ?? ''));
      else found.push({ name: name.text, args: texts, block: null, place });
    }
    return found;
  };
  const included = (pattern: string): Directive[] => {
    const full = root + (isAbsolute(pattern) ? pattern : join(prefix, pattern));
    const files = globSync(full).sort();
    return files.flatMap((each) => readNginx(each.slice(root.length), root, prefix));
  };
  return block();
}

function tokensOf(text: string): Token[] {
  const pattern =
    /#[^\n]*|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|[{};]|(?:\$\{[^}]*\}|\\.|[^\s{};"'])+|\n/g;
  const tokens: Token[] = [];
  let line = 1;
  for (const [all, double, single] of text.matchAll(pattern)) {
    const quoted = double ?? single;
    if (all !== '\n' && !all.startsWith('#'))
      tokens.push({ text: quoted ?? all, line, isQuoted: quoted !== undefined });
    line += all.split('\n').length - 1;
  }
  return tokens;
}

/** The last of this name on this level: where nginx takes several, ours are all the same. */
export const lastOf = (level: readonly Directive[], name: string): Directive | undefined =>
  level.findLast((each) => each.name === name);

export const allOf = (level: readonly Directive[], name: string): Directive[] =>
  level.filter((each) => each.name === name);
