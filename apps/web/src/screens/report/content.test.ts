import type { ReportContent } from '@rondo/contract';
import { expect, test } from 'vitest';
import { isSame, moved, withEntry, withSection } from './content.ts';

const content: ReportContent = {
  title: 'A good week',
  intro: '',
  from: '2026-11-16',
  to: '2026-11-22',
  figures: [],
  sentence: '',
  sections: [
    { id: 'this', title: 'This week', entries: ['a', 'b', 'c'].map((id) => ({ id, text: id })) },
    { id: 'next', title: 'Next week', entries: [{ id: 'd', text: 'd' }] },
  ],
};
const lines = ({ sections }: ReportContent): string[] =>
  sections.map(({ entries }) => entries.map(({ id }) => id).join(''));

test('a line moves within its section, into another, and never doubles or goes missing', () => {
  const to = (section: string, place: number) => lines(moved(content, 'a', { section, place }));
  expect(to('this', 1)).toEqual(['bac', 'd']);
  expect(to('this', 9)).toEqual(['bca', 'd']);
  expect(to('this', -1)).toEqual(['abc', 'd']);
  expect(to('next', 0)).toEqual(['bc', 'ad']);
  expect(to('next', 1)).toEqual(['bc', 'da']);
  expect(moved(content, 'gone', { section: 'next', place: 0 })).toBe(content);
});

test('a line is changed or taken out, a section renamed, and nothing else', () => {
  const changed = withEntry(content, 'this', 'b', (entry) => ({ ...entry, text: 'better' }));
  expect(changed.sections[0]?.entries.map(({ text }) => text)).toEqual(['a', 'better', 'c']);
  expect(lines(withEntry(content, 'this', 'b', () => null))).toEqual(['ac', 'd']);
  const named = withSection(content, 'next', (section) => ({ ...section, title: 'Soon' }));
  expect(named.sections.map(({ title }) => title)).toEqual(['This week', 'Soon']);
});

test('the same words are the same, in whatever order their keys came', () => {
  const { title, ...rest } = content;
  expect(isSame(content, { ...rest, title })).toBe(true);
  expect(isSame(content, moved(content, 'a', { section: 'this', place: 1 }))).toBe(false);
});
