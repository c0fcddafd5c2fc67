// Canaries: each fence is shown a deliberate mistake and must report it. A fence that silently
// stopped checking (a renamed rule, a pattern that matches nothing) fails here.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, scriptOf } from '../repository/paths.ts';
import { run } from './command.ts';

const meeting = 'packages/meeting/src/wrong.ts';
const live = 'packages/live/src/room/wrong.ts';
const domain = 'packages/phases/vote/domain/wrong.ts';
const domainTest = 'packages/phases/vote/domain/wrong.test.ts';
const screen = 'packages/phases/vote/ui/Wrong.tsx';
const parts = 'packages/phases/parts/Wrong.tsx';
const liveReact = 'packages/live/react/wrong.ts';
const library = 'packages/library/src/wrong.ts';
const demo = 'packages/demo/src/wrong.ts';
const design = 'packages/design/src/Wrong.tsx';
const contract = 'packages/contract/src/wrong.ts';
const server = 'apps/server/src/wrong.ts';
const web = 'apps/web/src/team/Wrong.tsx';

const sideways: readonly (readonly [file: string, specifier: string])[] = [
  [meeting, '@rondo/live/room'],
  [meeting, '@rondo/phases/domain'],
  [meeting, '../../phases/domain.ts'],
  [meeting, '../../../apps/server/src/main.ts'],
  [meeting, 'react'],
  [live, '@rondo/phases/domain'],
  [live, '../../../meeting/src/run.ts'],
  [live, '@rondo/design'],
  [domain, '../../collect/domain/cards.ts'],
  [domain, '../ui/Vote.tsx'],
  [domain, '@rondo/phases/domain'],
  [domain, '@rondo/live/client'],
  [domain, 'react'],
  [domainTest, '../../collect/domain/cards.ts'],
  [screen, '../../collect/ui/Card.tsx'],
  [screen, '../../collect/domain/cards.ts'],
  [screen, '@rondo/live/room'],
  [screen, '@rondo/contract'],
  [screen, '@rondo/server'],
  [parts, '../vote/ui/Vote.tsx'],
  [parts, '@rondo/phases/domain'],
  [liveReact, '../src/room/index.ts'],
  [liveReact, '@rondo/design'],
  [library, '@rondo/phases/domain'],
  [demo, '@rondo/phases/ui'],
  [demo, 'node:fs'],
  [design, '@rondo/meeting'],
  [design, '../../meeting/src/index.ts'],
  [contract, '@rondo/live/messages'],
  [contract, 'node:fs'],
  [server, '@rondo/phases/ui'],
  [server, '@rondo/design'],
  [server, '../../web/src/main.tsx'],
  [web, '@rondo/live/room'],
  [web, '../../../server/src/main.ts'],
  [web, 'node:fs'],
];

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  [live, '@rondo/meeting'],
  [domain, '@rondo/meeting'],
  [domain, './votes.ts'],
  [domainTest, '@rondo/phases/testing'],
  [domainTest, '../../testing/index.ts'],
  [screen, '../domain/votes.ts'],
  [screen, '../../parts/index.ts'],
  [screen, '@rondo/live/client'],
  [screen, '@rondo/live/react'],
  [screen, '@rondo/design'],
  [parts, '@rondo/live/react'],
];

const impure: readonly (readonly [code: string, rule: string])[] = [
  ['new Date()', 'no-restricted-globals'],
  ['Intl.Collator', 'no-restricted-globals'],
  ['performance.now()', 'no-restricted-globals'],
  ['globalThis', 'no-restricted-globals'],
  ['process.pid', 'no-restricted-globals'],
  ['setTimeout', 'no-restricted-globals'],
  ['crypto.randomUUID()', 'no-restricted-globals'],
  ['Math.random()', 'no-restricted-properties'],
  ["'a'.localeCompare('b')", 'no-restricted-properties'],
  ["'a'.toLocaleUpperCase()", 'no-restricted-properties'],
];

const elsewhere: readonly (readonly [mistake: string, rule: string, file: string, code: string])[] =
  [
    [
      'a sibling imported as a type',
      'no-restricted-imports',
      domain,
      `import type { Card } from '../../collect/domain/cards.ts';\nexport type Wrong = Card;\n`,
    ],
    [
      'a sibling imported when it is needed',
      'no-restricted-imports',
      domain,
      `export const wrong = () => import('../../collect/domain/cards.ts');\n`,
    ],
    ['Node.js in pure code', 'no-nodejs-modules', domain, `export { readFile } from 'node:fs';\n`],
    [
      'a promise that nobody waits for, which needs types',
      'no-floating-promises',
      server,
      `async function save(): Promise<void> {}\nexport function wrong(): void {\n  save();\n}\n`,
    ],
    ['a picture without words', 'alt-text', web, `export const wrong = <img src="a.png" />;\n`],
    [
      'a catch that swallows',
      'no-empty',
      server,
      `export function wrong(): void {\n  try {\n    wrong();\n  } catch {}\n}\n`,
    ],
  ];

/** A copy of the configuration makes any folder a house with the same fences: rules go by path. */
const house = mkdtempSync(join(tmpdir(), 'rondo-fences-'));
/** The names of the rules that found something, by file. */
const found = new Map<string, string[]>();

beforeAll(async () => {
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.pure.json']) {
    cpSync(join(root, name), join(house, name));
  }
  write('tsconfig.json', `{ "extends": "./tsconfig.base.json", "include": ["apps", "packages"] }`);
  for (const [file, specifier] of [...sideways, ...allowed]) {
    write(wrong(file, specifier), `export { wrong } from '${specifier}';\n`);
  }
  for (const [code] of impure) {
    for (const file of [meeting, live, domain]) {
      write(wrong(file, code), `export const wrong = ${code};\n`);
    }
  }
  for (const [mistake, , file, code] of elsewhere) write(wrong(file, mistake), code);
  write('apps/server/src/a.ts', `export { wrong } from './b.ts';\n`);
  write('apps/server/src/b.ts', `export { wrong } from './a.ts';\n`);
  const oxlint = scriptOf('oxlint', 'bin/oxlint');
  const args = ['--type-aware', '--format=unix', '--config', join(house, '.oxlintrc.json'), house];
  const { output } = await run(process.execPath, [oxlint, ...args]);
  for (const [, file = '', rule = ''] of output.matchAll(/^(.+?):\d+:\d+: .*\(([\w-]+)\)\]$/gm)) {
    const path = file.slice(file.search(/(apps|packages)\//));
    found.set(path, [...(found.get(path) ?? []), rule]);
  }
});

afterAll(() => {
  rmSync(house, { recursive: true });
});

describe('imports', () => {
  test.each(sideways)('%s may not import %s', (file, specifier) => {
    expect(found.get(wrong(file, specifier))).toContain('no-restricted-imports');
  });

  test.each(allowed)('%s may import %s', (file, specifier) => {
    expect(found.get(wrong(file, specifier)) ?? []).not.toContain('no-restricted-imports');
  });

  test('a cycle is found', () => {
    expect(found.get('apps/server/src/a.ts')).toContain('no-cycle');
  });
});

describe('pure code', () => {
  test.each(impure)('may not use %s', (code, rule) => {
    for (const file of [meeting, live, domain]) {
      expect(found.get(wrong(file, code))).toContain(rule);
    }
  });

  test('does not even know the types of its surroundings', async () => {
    const names = ['console', 'setTimeout', 'fetch', 'document', 'process', 'URL'];
    write(meeting, `export const wrong = [${names.join(', ')}];\n`);
    const tsc = scriptOf('typescript', 'bin/tsc');
    const { output } = await run(process.execPath, [tsc, '-p', join(house, 'tsconfig.pure.json')]);
    for (const name of names) expect(output).toContain(`'${name}'`);
  });
});

test.each(elsewhere)('%s is found by %s', (mistake, rule, file) => {
  expect(found.get(wrong(file, mistake))).toContain(rule);
});

/** A file name of its own for each mistake, so that one run of the linter finds them all. */
function wrong(file: string, mistake: string): string {
  const name = mistake.replaceAll(/\W+/g, '-');
  return file.replace(/(\.test)?\.tsx?$/, (ending) => `-${name}${ending}`);
}

function write(file: string, code: string): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}
