import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KINDS } from './ways.ts';

const SCREENS = join(import.meta.dirname, '../../../web/src/screens/notifications');

// The app words kinds of any release, so no type can ask for these.
it.each(['useNoticeWords.ts', 'useKindWords.ts'])('%s has words for every kind', (file) => {
  const text = readFileSync(join(SCREENS, file), 'utf8');
  expect(KINDS.filter((kind) => !text.includes(`'${kind}'`))).toEqual([]);
});
