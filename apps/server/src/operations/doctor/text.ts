import { styleText } from 'node:util';
import type { Finding, Severity } from './check.ts';
import { worst } from './examine.ts';

const MARKS = { failure: 'FAIL', warning: 'WARN', unknown: '?', ok: 'ok' } as const;
const COLOURS = { failure: 'red', warning: 'yellow', unknown: 'cyan', ok: 'green' } as const;
const HEADINGS = {
  failure: 'Has to be mended',
  warning: 'Is worth mending',
  unknown: 'Could not be looked at from here',
  ok: 'Is well',
} as const;

interface Words {
  /** What each check looks at, in one line. */
  readonly means: ReadonlyMap<string, string>;
  /** Whether a person reads it at a terminal. */
  readonly coloured: boolean;
}

/** What was found, for a terminal: the worst first. */
export function textOf(findings: readonly Finding[], { means, coloured }: Words): string {
  const paint = (severity: Severity, text: string): string =>
    coloured ? styleText(COLOURS[severity], text, { validateStream: false }) : text;
  const groups = (['failure', 'warning', 'unknown', 'ok'] as const).map((severity) => {
    const group = findings.filter((each) => each.severity === severity);
    if (group.length === 0) return [];
    const mark = paint(severity, MARKS[severity].padEnd(4));
    const entries =
      severity === 'ok'
        ? wellOnes(group, means)
        : severity === 'unknown'
          ? notSeenOnes(group)
          : group.map(entry);
    return [
      paint(severity, `${HEADINGS[severity]} (${group.length})`),
      ...entries.map((lines) => `${mark}  ${lines.join(`\n      `)}`),
      '',
    ];
  });
  return [...groups.flat(), verdict(findings)].join('\n');
}

function entry({ check, place, measured, threshold, repair }: Finding): string[] {
  return [
    place ? `${check}: ${place}` : check,
    `is      ${measured}`,
    `should  ${threshold}`,
    ...(repair ? [`repair  ${repair}`] : []),
    `more    docs/doctor.md#${check}`,
  ];
}

/** What could not be looked at for the same reason stands together. */
function notSeenOnes(group: readonly Finding[]): string[][] {
  const reasons = Map.groupBy(group, ({ measured, repair }) => `${measured}\n${repair}`);
  return [...reasons.values()].map((alike) => [
    alike.map(({ check, place }) => (place ? `${check}: ${place}` : check)).join(', '),
    `as      ${alike[0]?.measured}`,
    `try     ${alike[0]?.repair}`,
  ]);
}

/** One line for each check of which something is well. */
function wellOnes(group: readonly Finding[], means: ReadonlyMap<string, string>): string[][] {
  const ids = [...new Set(group.map(({ check }) => check))];
  const width = Math.max(...ids.map((id) => id.length));
  return ids.map((id) => {
    const of = group.filter(({ check }) => check === id);
    const what = of.length === 1 ? of[0]?.measured : `${of.length} places`;
    return [`${id.padEnd(width)}  ${means.get(id) ?? ''} (${what})`];
  });
}

function verdict(findings: readonly Finding[]): string {
  const number = (severity: Severity): number =>
    findings.filter((each) => each.severity === severity).length;
  const word = { failure: 'Not well', warning: 'Well enough', ok: 'Well' }[worst(findings)];
  return `${word}: ${number('failure')} to be mended, ${number('warning')} worth mending, ${number('unknown')} not seen, ${number('ok')} well.`;
}
