import { expect, it } from 'vitest';
import { nameAt, nameOfAll } from './name.ts';

it.each([
  ['Sprint {n} retro', 'Sprint retro'],
  ['Ship {n}, {date}', 'Ship'],
  ['Ship {n}, Monday', 'Ship, Monday'],
  ['Retro #{n}', 'Retro'],
  ['Retro ({date})', 'Retro'],
  ['{date}: what we shipped', 'what we shipped'],
  ['C# guild (Berlin)', 'C# guild (Berlin)'],
  ['C#', 'C#'],
  ['C# {n}', 'C#'],
  ['Retro {n}; large', 'Retro; large'],
  // What is nothing but a number keeps its template: a series without a name is found nowhere.
  ['{n}', '{n}'],
])('%s is, as a series, %s', (template, name) => {
  expect(nameOfAll(template)).toBe(name);
});

it('one meeting has its number and its day', () => {
  const at = new Date('2026-12-01T23:30:00Z');
  expect(nameAt('Ship {n}, {date}', { number: 3, at, zone: 'Asia/Tokyo', language: 'en' })).toBe(
    'Ship 3, 2 Dec 2026',
  );
});
