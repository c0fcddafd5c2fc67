// The table people read.
import { goals, reaches } from './goals.ts';
import type { Report } from './results.ts';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

function goalText(key: string): string {
  const goal = goals[key];
  if (goal?.atLeast !== undefined)
    return `≥ ${number.format(goal.atLeast)}${goal.later === undefined ? '' : `, then ${goal.later}`}`;
  return goal?.atMost === undefined ? '' : `≤ ${number.format(goal.atMost)}`;
}

function row(key: string, value: number | string, report: Report): string {
  const goal = goals[key];
  const spread = report.spread[key];
  const range =
    spread === undefined
      ? ''
      : `[${number.format(spread.min)} – ${number.format(spread.max)}] n=${spread.samples}`;
  const verdict =
    goal === undefined || typeof value === 'string' ? ' ' : reaches(goal, value) ? '✓' : '✗';
  const shown = typeof value === 'number' ? number.format(value) : value;
  return `${verdict} ${key.padEnd(36)} ${shown.padStart(9)}  ${range.padEnd(28)} ${goalText(key).padEnd(15)} ${goal?.says ?? ''}`.trimEnd();
}

export function table(report: Report): string {
  const { machine } = report;
  return [
    '',
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}${machine.pinned ? ', server pinned to a core' : ''}`,
    '',
    'RATIOS                                    median  min – max                    goal',
    ...Object.entries(report.ratios).map(([key, value]) => row(key, value, report)),
    '',
    'FIGURES',
    ...Object.entries(report.figures).map(([key, value]) => row(key, value, report)),
    '',
    'MACHINE',
    ...Object.entries(machine).map(([key, value]) => `  ${key.padEnd(36)} ${value}`),
    '',
  ].join('\n');
}
