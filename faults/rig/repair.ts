import { readFileSync, writeFileSync } from 'node:fs';

/** A line for a file, as the doctor has printed it. */
export interface Repair {
  readonly file: string;
  /** Which line it takes the place of; 0: at the top. */
  readonly line: number;
  readonly text: string;
}

const LINE = /(\/\S+):(\d+), in [^`]*?: `([^`]+)`/g;
const TOP = /at the top of (\/\S+): `([^`]+)`/g;
const RELOAD = /then `nginx -s reload`/g;

/** What a printed repair says about files: `file:12, in …: \`line\`` and `at the top of file: \`line\``. */
export function readRepair(printed: string): Repair[] {
  return [
    ...[...printed.matchAll(LINE)].map(([, file = '', line, text = '']) => ({
      file,
      line: Number(line),
      text,
    })),
    ...[...printed.matchAll(TOP)].map(([, file = '', text = '']) => ({ file, line: 0, text })),
  ];
}

/** Does exactly that. Throws where the line is about something else. */
export function apply(repairs: readonly Repair[]): void {
  // What goes to the top moves all lines below it.
  for (const { file, line, text } of repairs.toSorted((a, b) => b.line - a.line)) {
    const lines = readFileSync(file, 'utf8').split('\n');
    if (line === 0) lines.unshift(text);
    else {
      const [, indent = '', name] = /^(\s*)(\S*)/.exec(lines[line - 1] ?? '') ?? [];
      if (name !== text.split(' ')[0])
        throw new Error(`${file}:${line} is another line: ${lines[line - 1]}`);
      lines[line - 1] = indent + text;
    }
    writeFileSync(file, lines.join('\n'));
  }
}

/**
 * Does what a repair says of nginx's file, word for word and nothing else, for who has nothing but its
 * words. Throws where they leave open what to write, or where.
 */
export function carryOut(printed: string): void {
  const repairs = readRepair(printed);
  const others = printed.replaceAll(LINE, '').replaceAll(TOP, '').replaceAll(RELOAD, '');
  if (repairs.length === 0 || others.includes('`'))
    throw new Error(`This does not say what to write where: ${printed}`);
  apply(repairs);
}

/** Sends the signals that a repair names, and no others. Throws where it names none. */
export function sendSignals(printed: string): void {
  const [, pids] = /`kill -QUIT ([\d ]+)`/.exec(printed) ?? [];
  if (!pids) throw new Error(`This does not say whom to tell: ${printed}`);
  for (const pid of pids.split(' ')) process.kill(Number(pid), 'SIGQUIT');
}
