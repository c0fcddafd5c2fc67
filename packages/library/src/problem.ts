import type { Path } from './place.ts';

/** What is wrong with a file and how to mend it; `line` and `column` count from 1. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
};

/** A problem before its place in the text is known. */
export type Finding = {
  readonly path: Path;
  readonly message: string;
  /** What is wrong, for those who say it in their own words. */
  readonly slip?: Slip;
};

/** The slips of somebody who fills in a form, and what belongs to them: a bound, or what a step needs. */
export type Slip =
  | { readonly kind: 'missing' | 'empty' }
  | { readonly kind: 'too-long' | 'too-low' | 'too-high' | 'too-few' | 'too-many'; bound: number }
  | { readonly kind: 'needs'; readonly material: string };

/** One line as compilers print it, so that editors and terminals make it a link. */
export function problemLine({ file, line, column, path, message }: Problem): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
}

/** `flow[2].settings.votes` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** “a”, “b” or “c” */
export function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
