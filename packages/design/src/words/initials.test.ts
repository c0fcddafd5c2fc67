import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test('first and last word, or the first two letters of a single one', () => {
  expect(initials('Ada Marlow')).toBe('AM');
  expect(initials('Ada M. Lovelace-King')).toBe('AL');
  expect(initials('jo')).toBe('JO');
  expect(initials('Łukasz Żak')).toBe('ŁŻ');
  expect(initials('李 雷')).toBe('李雷');
});

test('a name without letters still has something to show', () => {
  expect(initials('🎈')).toBe('🎈');
  expect(initials('  ')).toBe('?');
  expect(initials('(Ada)')).toBe('AD');
});
