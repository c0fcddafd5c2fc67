import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checks } from './checks.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../../docs/doctor.md'), 'utf8');
/** Sections about the doctor as a whole. */
const GENERAL = ['The peak'];

it('docs/doctor.md has a section for every check, and no other', () => {
  const sections = [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
  const ids = checks.map(({ id }) => id);
  expect(sections.filter((title) => !GENERAL.includes(title)).toSorted()).toEqual(ids.toSorted());
});

it('what stops a start is said to do so there', () => {
  const stopping = ['file-descriptors', 'disk', 'shared-secret', 'database-connections'];
  stopping.push('database-schema', 'database-safety');
  const said = page
    .split(/^## /m)
    .filter(
      (section) => section.includes('**Stops the start') || section.includes('**stops the start'),
    )
    .map((section) => section.split('\n', 1)[0] ?? '');
  expect(said.toSorted()).toEqual(stopping.toSorted());
});
