import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jobKinds } from './kinds.ts';

it('docs/operations.md tells of every kind of work, and of no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/operations.md'), 'utf8');
  const [, section = ''] = page.split('## What it does by itself\n');
  const [table = ''] = section.split('### ');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)]);
  expect(new Set(told.map(([, kind]) => kind))).toEqual(new Set(Object.keys(jobKinds)));
});
