import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, pageOf } from '@rondo/contract';
import { expect, test } from 'vitest';

const ROUTES = join(import.meta.dirname, '../routes');

/** As the files of the routes write them: making the routes needs a browser. */
const routes = globSync('*.ts', { cwd: ROUTES }).flatMap((file) =>
  [...readFileSync(join(ROUTES, file), 'utf8').matchAll(/(?:\w\(\s*|path: )'(\/[^']*)'/g)].map(
    ([, path = '']) => path,
  ),
);

test('every address of the web app has a pattern of its own, under which its views are counted', () => {
  expect(routes.length).toBeGreaterThan(30);
  // A new one goes into packages/contract/src/pages.ts.
  expect(routes.filter((route) => pageOf(route) !== route)).toEqual([]);
});

test.each([
  ['/teams/0198b3a0-0000-7000-8000-000000000001', '/teams/$team'],
  ['/teams/x/library/start-stop-continue/', '/teams/$team/library/$activity'],
  ['/organizations', '/organizations'],
  ['/somewhere/else', '/*'],
  ['//', '/'],
])('%s is %s', (address, page) => {
  expect(pageOf(address)).toBe(page);
});

test('no pattern hides another', () => {
  expect(PAGES.filter((page) => pageOf(page) !== page)).toEqual([]);
});
