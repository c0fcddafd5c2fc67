import { expect, test } from 'vitest';
import { findMatches } from './findMatches.ts';

const items = [
  'Deploying',
  'Too many meetings',
  'Meetings',
  'Café für alle',
  'Re: deploy notes',
].map((label) => ({ label }));
const found = (typed: string) => findMatches(items, typed).map((item) => item.label);

test('nothing typed shows everything in its own order', () => {
  expect(found('  ')).toEqual(items.map((item) => item.label));
});

test('labels that begin with it come first, then words that do, then the rest', () => {
  expect(found('mee')).toEqual(['Meetings', 'Too many meetings']);
  expect(found('ploy')).toEqual(['Deploying', 'Re: deploy notes']);
});

test('accents and case do not count', () => {
  expect(found('CAFE fur')).toEqual(['Café für alle']);
});

test('every word has to be there, in any order', () => {
  expect(found('meetings many')).toEqual(['Too many meetings']);
  expect(found('meetings few')).toEqual([]);
});
