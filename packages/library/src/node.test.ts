import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadActivities } from './node.ts';
import { problemLine } from './problem.ts';
import { kinds } from './testing/kinds.ts';

const directory = mkdtempSync(join(tmpdir(), 'rondo-activities-'));
afterAll(() => rmSync(directory, { recursive: true }));

function write(path: string, more = ''): void {
  const [category, name] = path.split('/');
  const id = name?.replace('.yaml', '');
  const text = (word: string): string => `{ en: ${word}, de: ${word} }`;
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(
    join(directory, path),
    `id: ${id}\ncategory: ${category}\nname: ${text('N')}\nsummary: ${text('S')}\npurpose: ${text('P')}\nminutes: 5\n` +
      `people: { min: 1, max: 2 }\nhues: [sky]\nkeywords: { en: [], de: [] }\nflow: [{ kind: chat }]\n${more}`,
  );
}

test('good files are loaded, bad ones told, other files left alone', async () => {
  write('retrospective/b.yaml');
  write('decision/a.yaml');
  write('decision/bad.yaml', 'extra: 1\n');
  write('workshop/b.yaml');
  writeFileSync(join(directory, 'notes.txt'), 'not an activity');
  const { activities, problems } = await loadActivities(directory, kinds);
  expect(activities.map(({ category, id }) => `${category}/${id}`)).toEqual([
    'decision/a',
    'retrospective/b',
    'workshop/b',
  ]);
  expect(problems.map((problem) => problemLine(problem).slice(directory.length + 1))).toEqual([
    'decision/bad.yaml:11:1 extra: “extra” does not belong here; correct its spelling or remove it.',
    'workshop/b.yaml:1:1 id: Another folder already has an activity “b”; rename this file and its id.',
  ]);
});

test('a folder that is not there is an error, not an empty library', async () => {
  await expect(loadActivities(join(directory, 'nowhere'), kinds)).rejects.toThrow(/ENOENT/u);
});
