import { cell } from '../../outcomes/csv.ts';
import type { JsonRecord } from './records.ts';

/** Records as a table: a column for each of their values that is no list, by its name. */
export function csv(records: readonly JsonRecord[]): string {
  const heads = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = [
    heads.join(','),
    ...records.map((record) => heads.map((head) => cell(worded(record[head]))).join(',')),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function worded(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object'
    ? JSON.stringify(value)
    : `${value as string | number | boolean}`;
}
