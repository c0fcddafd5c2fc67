import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One line of HAProxy's settings. */
export interface Line {
  readonly words: readonly string[];
  /** Such as `/etc/haproxy/haproxy.cfg:12`. */
  readonly place: string;
}

/** A section such as `backend rondo`, with what it takes over from its `defaults`. */
export interface Section {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
  readonly lines: readonly Line[];
  readonly defaults: readonly Line[];
}

const KINDS: ReadonlySet<string> = new Set(
  (
    'global defaults frontend backend listen peers resolvers userlist ' +
    'program http-errors ring cache mailers log-forward fcgi-app crt-store'
  ).split(' '),
);

/** Throws when a file may not be read. @param paths files and folders, in the order of the command line */
export function readHaproxy(paths: readonly string[], root: string): Section[] {
  const sections: { kind: string; name: string; place: string; lines: Line[]; defaults: Line[] }[] =
    [];
  const named = new Map<string, Line[]>();
  let latest: Line[] = [];
  for (const file of paths.flatMap((path) => filesOf(path, root))) {
    readFileSync(root + file, 'utf8')
      .split('\n')
      .forEach((text, index) => {
        const place = `${file}:${index + 1}`;
        const words = wordsOf(text);
        const [kind = '', name = '', ...rest] = words;
        if (kind === '') return;
        if (!KINDS.has(kind)) {
          sections.at(-1)?.lines.push({ words, place });
          return;
        }
        const from = rest[rest.indexOf('from') + 1 || -1];
        const base = (from === undefined ? undefined : named.get(from)) ?? latest;
        const lines: Line[] = [];
        sections.push({ kind, name, place, lines, defaults: kind === 'global' ? [] : base });
        if (kind !== 'defaults') return;
        latest = lines;
        if (name !== '') named.set(name, lines);
      });
  }
  return sections;
}

function filesOf(path: string, root: string): string[] {
  if (!statSync(root + path).isDirectory()) return [path];
  return readdirSync(root + path)
    .filter((name) => name.endsWith('.cfg'))
    .sort()
    .map((name) => join(path, name));
}

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/#.*|"((?:\\.|[^"\\])*)"|'([^']*)'|(?:\\.|[^\s#"'])+/g)]
    .filter(([all]) => !all.startsWith('#'))
    .map(([all, double, single]) => double ?? single ?? all);

/** The last line that begins so, in the section or its defaults. */
export function lineOf(section: Section, ...start: readonly string[]): Line | undefined {
  const begins = ({ words }: Line): boolean => start.every((word, at) => words[at] === word);
  return section.lines.findLast(begins) ?? section.defaults.findLast(begins);
}
