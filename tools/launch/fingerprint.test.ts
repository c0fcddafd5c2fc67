import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, installInputs, webInputs } from './fingerprint.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rondo-fingerprint-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, content: string): string {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('fingerprint', () => {
  test('does not depend on the order of files', () => {
    const [a, b] = [write('a', '1'), write('b', '2')];
    expect(fingerprint(root, [a, b])).toBe(fingerprint(root, [b, a]));
  });

  test('changes with a content and with a name', () => {
    const before = fingerprint(root, [write('a', '1')]);
    expect(fingerprint(root, [write('a', '2')])).not.toBe(before);
    expect(fingerprint(root, [write('b', '1')])).not.toBe(before);
  });

  test('notices content that moves from one file to the next', () => {
    const before = fingerprint(root, [write('a', '12'), write('b', '')]);
    expect(fingerprint(root, [write('a', '1'), write('b', '2')])).not.toBe(before);
  });
});

test('every package.json of the workspace decides what is installed', () => {
  const expected = ['package.json', 'packages/meeting/package.json', 'apps/web/package.json'];
  for (const file of expected) write(file, '{}');
  write('packages/meeting/src/index.ts', '');
  expect(names(installInputs(root))).toEqual(names(expected.map((file) => join(root, file))));
});

test('sources decide what is built; tests, dependencies and builds do not', () => {
  const expected = ['apps/web/src/main.tsx', 'packages/design/src/tokens.css', 'activities/a.yaml'];
  for (const file of expected) write(file, '');
  write('apps/web/src/main.test.tsx', '');
  write('apps/web/dist/main.js', '');
  write('apps/web/node_modules/x/index.js', '');
  write('apps/server/src/main.ts', '');
  expect(names(webInputs(root))).toEqual(names(expected.map((file) => join(root, file))));
});

function names(files: string[]): string[] {
  return files.map((file) => file.slice(root.length + 1)).sort();
}
