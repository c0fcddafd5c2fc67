import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGallery, type Gallery } from './testing/openGallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

/** Where each sign of a text begins and ends, from left to right, and the room that its lines have. */
const layout = (element: Locator) =>
  element.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const signs: { sign: string; left: number; right: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right } = range.getBoundingClientRect();
        signs.push({ sign: text[at] ?? '', left, right });
      }
    }
    const room = root.getBoundingClientRect();
    return { signs, left: room.left, right: room.right };
  });

const placeOf = ({ signs }: Awaited<ReturnType<typeof layout>>, sign: string): number =>
  signs.find((each) => each.sign === sign)?.left ?? Number.NaN;

describe.each([1280, 360])('at %i px', (width) => {
  const open = async () => {
    const page = await gallery.open('words', 'light', { viewport: { width, height: 800 } });
    return page.locator('#scripts');
  };

  test('each line of words begins on its script’s side, and ends with its own mark', async () => {
    const words = await layout((await open()).locator('p').first());
    // In the first line the mark at the end is left of all letters, which begin on the right.
    expect(placeOf(words, '!')).toBeLessThan(placeOf(words, 'א'));
    expect(Math.abs(placeOf(words, '!') - words.left)).toBeGreaterThan(20);
    expect(words.right - (words.signs[0]?.right ?? 0)).toBeLessThan(2);
    // In the second one it is right of them, and they begin on the left.
    expect(placeOf(words, 'A') - words.left).toBeLessThan(2);
    expect(placeOf(words, '.')).toBeGreaterThan(placeOf(words, 'A'));
  });

  test('a list has its marks where its words begin, and code is kept together', async () => {
    const item = (await open()).locator('li').first();
    expect(await item.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const words = await layout(item);
    expect(words.right - (words.signs[0]?.right ?? 0)).toBeLessThan(2);
    expect(placeOf(words, 'm')).toBeLessThan(placeOf(words, '('));
    expect(placeOf(words, '(')).toBeLessThan(placeOf(words, ')'));
  });

  test('titles, and words to press, go by their script too', async () => {
    const scripts = await open();
    const title = await layout(scripts.getByRole('heading', { name: 'QA' }));
    expect(title.right - (title.signs[0]?.right ?? 0)).toBeLessThan(2);
    expect(placeOf(title, '.')).toBeLessThan(placeOf(title, '('));
    const button = await layout(scripts.getByRole('button'));
    expect(placeOf(button, '!')).toBeLessThan(placeOf(button, 't'));
  });
});
