import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markersIn } from '@rondo/live/testing';
import type { Outcome } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { outcomeCsv } from './csv.ts';
import { outcomeLetter } from './letter.ts';
import { outcomeMarkdown } from './markdown.ts';

// As releases have stored them, of the meetings in packages/live/src/testing/recordings. Never made
// anew, only added.
const FOLDER = join(import.meta.dirname, 'testing/recorded');
const files = globSync('*.json', { cwd: FOLDER }).sort();

test('there are outcomes of the first release', () => {
  expect(files.filter((file) => file.startsWith('release-0.1.0-')).length).toBeGreaterThan(3);
});

test.each(files)('%s is read whole: as a page of text, as a table, and in a mail', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  // A release of ours has written it.
  const outcome = JSON.parse(text) as Outcome;
  const texts = new Set(markersIn(text));
  expect(texts.size).toBeGreaterThan(0);
  for (const language of ['en', 'de'] as const) {
    const page = new Set(markersIn(outcomeMarkdown(outcome, language, 'UTC')));
    expect([...texts].filter((each) => !page.has(each))).toEqual([]);
    // It is for reckoning: names and scores, not every word.
    expect(outcomeCsv(outcome, language).trim().split('\n').length).toBeGreaterThan(1);
    expect(
      outcomeLetter({ language, zone: 'UTC' }, outcome, {
        url: 'https://rondo.example.org',
        tasks: 'https://rondo.example.org',
      }).subject,
    ).not.toBe('');
  }
});
