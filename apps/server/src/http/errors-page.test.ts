import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ERRORS, DEFECT } from '@rondo/contract';
import { expect, it } from 'vitest';

it('docs/errors.md has every code of the API with its status, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/errors.md'), 'utf8');
  const section = /## HTTP\n([\s\S]*?)(?=\n## |$)/.exec(page)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)];
  const documented = Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]));
  const known = Object.entries(API_ERRORS).map(([code, { status }]) => [code, status]);
  expect(documented).toEqual({ ...Object.fromEntries(known), [DEFECT]: 500 });
});
