import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ERRORS, DEFECT } from '@rondo/contract';
import { CLOSE } from '@rondo/live/messages';
import { REFUSALS } from '@rondo/meeting';
import { expect, it } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8');

/** The cells of a section's table, without backticks. */
function rowsOf(title: string): string[][] {
  const section = new RegExp(`\\n## ${title}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(page)?.[1] ?? '';
  const lines = section.split('\n').filter((line) => /^\| (`|\d)/.test(line));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

it('docs/errors.md has every code of the API with its status, and no other', () => {
  const documented = rowsOf('HTTP').map(([code, status]) => [code, Number(status)]);
  const known = Object.entries(API_ERRORS).map(([code, { status }]) => [code, status]);
  expect(Object.fromEntries(documented)).toEqual({ ...Object.fromEntries(known), [DEFECT]: 500 });
});

it('docs/errors.md has every refusal of a command, in the same words', () => {
  expect(Object.fromEntries(rowsOf('Commands'))).toEqual(REFUSALS);
});

it('docs/errors.md has every reason for which a connection is closed, with its number', () => {
  const rows = rowsOf('Closed connections').map(([code, reason]) => [reason, Number(code)]);
  expect(Object.fromEntries(rows)).toEqual(CLOSE);
});
