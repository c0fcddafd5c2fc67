import { readFileSync, writeFileSync } from 'node:fs';

/** A line for a file, as the doctor has printed it. */
export interface Repair {
  readonly file: string;
  /** Which line it takes the place of; 0: at the top. */
  readonly line: number;
  readonly text: string;
}

/** What a printed repair says about files: `file:12, in …: \`line\`` and `at the top of file: \`line\``. */
export function readRepair(printed: string): Repair[] {
  const lines = printed.matchAll(/(\/\S+):(\d+), in [^`]*?: `([^`]+)`/g);
  const tops = printed.matchAll(/at the top of (\/\S+): `([^`]+)`/g);
  return [
    ...[...lines].map(([, file = '', line, text = '']) => ({ file, line: Number(line), text })),
    ...[...tops].map(([, file = '', text = '']) => ({ file, line: 0, text })),
  ];
}

/** Does exactly that. */
export function apply(repairs: readonly Repair[]): void {
  // What goes to the top moves all lines below it.
  for (const { file, line, text } of repairs.toSorted((a, b) => b.line - a.line)) {
    const lines = readFileSync(file, 'utf8').split('\n');
    if (line === 0) lines.unshift(text);
    else {
      const indent = /^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
      lines[line - 1] = indent + text;
    }
    writeFileSync(file, lines.join('\n'));
  }
}
