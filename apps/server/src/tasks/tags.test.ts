import { expect, test } from 'vitest';
import { tagsIn } from './tags.ts';

test('tags are words behind a #, lower case, each once', () => {
  expect(tagsIn('Write #Docs and #docs', 'for #größe, #a-b_c.')).toEqual([
    'docs',
    'größe',
    'a-b_c',
  ]);
});

test('numbers, addresses and headings are no tags', () => {
  expect(tagsIn('Ship #338', 'https://example.org/a#part a#b &#x2F; ## Title # no')).toEqual([]);
});
