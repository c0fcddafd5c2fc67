import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickData } from './yaml-data.ts';
import { readYaml } from './yaml-file.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'activities');
const files = globSync('*/*.yaml', { cwd: folder }).map((file) =>
  readFileSync(join(folder, file), 'utf8'),
);

test('all built-in activities are read quickly, and as the thorough reader reads them', () => {
  expect(files.length).toBeGreaterThan(100);
  for (const text of files) {
    const { mistake, document } = readYaml(text);
    expect(mistake).toBeUndefined();
    expect(quickData(text)).toEqual(document.toJS());
  }
});

/** What YAML gives a meaning to, in one version or another. */
const SIGNS = [
  [
    'a: b',
    ': ',
    '- ',
    '? ',
    '|',
    '>-',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '#',
    ' #',
    '@',
    '`',
    '=',
  ],
  [' ', '  ', '\n', '\n\n', '\t', '\r', '\r\n', '\u0085', '\u00a0', '\u2028', '\ufeff', '\u0001'],
  ['~', 'null', 'null: 1', 'yes', 'TRUE', '0o14', '0x1F', '014', '+12', '-0', '.5', '5.', '1e3'],
  ['1_000', '1:30', '2020-01-01', '.inf', '.nan', '1e999', '9'.repeat(400), '\\', '\\x41', '\\q'],
  ['&a', '& ', '*a', '!!str', '! ', '<<: 1', '%YAML 1.1\n', '%', '---', '\n---\n', '\n...\n'],
  ['__proto__: { a: 1 }', 'constructor: 1', '{ "a":1, "a":2 }', '[a: 1]', '{a, b}', 'é', '😀'],
].flat();

/** Some lines of an activity with signs written into them or taken out. */
const slips = fc
  .record({
    file: fc.constantFrom(...files),
    from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    lines: fc.integer({ min: 1, max: 12 }),
    slips: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        without: fc.integer({ min: 0, max: 3 }),
        sign: fc.constantFrom('', ...SIGNS),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ file, from, lines, slips }) => {
    const all = file.split('\n');
    const first = Math.floor(all.length * from);
    return slips.reduce(
      (text, { at, without, sign }) => {
        const place = Math.floor(text.length * at);
        return text.slice(0, place) + sign + text.slice(place + without);
      },
      all.slice(first, first + lines).join('\n'),
    );
  });

test('whatever is read quickly, the thorough reader reads without a mistake and alike', () => {
  let quickly = 0;
  fc.assert(
    fc.property(slips, (text) => {
      const data = quickData(text);
      if (data === undefined) return;
      quickly++;
      const { mistake, document } = readYaml(text);
      expect(mistake).toBeUndefined();
      expect(data).toEqual(document.toJS());
    }),
    { numRuns: 3_000 },
  );
  expect(quickly).toBeGreaterThan(500);
});

test.each([
  'a: &x 1',
  'a: *x',
  'a: !!str 1',
  'a: ! b',
  'a: 1\n---\nb: 1',
  ' ---\n# nothing',
  '- a',
  'a: 1\na: 2',
  '<<: 1',
  'a: "',
  '\ta: 1',
  '%YAML 1.2',
])('leaves %j to the thorough reader', (text) => {
  expect(quickData(text)).toBeUndefined();
});

test('nothing so large or so deep that it could do harm is read', () => {
  expect(quickData(`a: ${'b'.repeat(64_000)}`)).toBeUndefined();
  expect(quickData('['.repeat(30_000) + ']'.repeat(30_000))).toBeUndefined();
});
