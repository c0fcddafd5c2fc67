import { expect, test } from 'vitest';
import { budgetOf, type Manifest } from './arithmetic.ts';

const manifest: Manifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: [
      'src/locales/en.po',
      'src/screens/meeting/Meeting.tsx',
      'src/screens/account/Account.tsx',
      '../../packages/phases/collect/ui/index.tsx',
      '../../packages/phases/vote/ui/index.tsx',
    ],
  },
  '_react.js': { file: 'assets/react.js' },
  '_cards.js': { file: 'assets/cards.js', imports: ['_react.js'] },
  '_bars.js': { file: 'assets/bars.js' },
  'src/locales/en.po': { file: 'assets/en.js', imports: ['_react.js'] },
  'src/screens/meeting/Meeting.tsx': { file: 'assets/meeting.js' },
  'src/screens/account/Account.tsx': { file: 'assets/account.js' },
  '../../packages/phases/collect/ui/index.tsx': {
    file: 'assets/collect.js',
    imports: ['_cards.js'],
  },
  '../../packages/phases/vote/ui/index.tsx': {
    file: 'assets/vote.js',
    imports: ['_cards.js', '_bars.js'],
  },
};
const sizes: Record<string, number> = {
  'assets/index.js': 1,
  'assets/react.js': 10,
  'assets/cards.js': 100,
  'assets/bars.js': 1_000,
  'assets/en.js': 10_000,
  'assets/meeting.js': 100_000,
  'assets/account.js': 1_000_000,
  'assets/collect.js': 10_000_000,
  'assets/vote.js': 100_000_000,
};
const lines = budgetOf(manifest, (file) => sizes[file] ?? Number.NaN);

test('the first card costs the entry, the guest path and what they share, each once', () => {
  expect(lines[0]).toMatchObject({
    name: 'until a guest types the first card',
    bytes: 10_110_111,
    limit: 150_000,
  });
});

test('one more phase costs what was not loaded for the first card', () => {
  expect(lines.find((line) => line.name === 'phase vote')?.bytes).toBe(100_001_000);
});

test('the phase of the first card is weighed like any other', () => {
  expect(lines.find((line) => line.name === 'phase collect')?.bytes).toBe(10_000_100);
});

test('what weighs most comes first', () => {
  expect(lines[0]?.files[0]).toEqual({ file: 'assets/collect.js', bytes: 10_000_000 });
});

test('a guest path that is no longer found is an error, not a small sum', () => {
  const { 'src/locales/en.po': _, ...rest } = manifest;
  const entry = {
    file: 'assets/index.js',
    isEntry: true,
    dynamicImports: ['src/screens/meeting/Meeting.tsx'],
  };
  expect(() => budgetOf({ ...rest, 'index.html': entry }, () => 1)).toThrow('locales');
});
