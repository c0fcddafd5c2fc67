import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGallery, type Gallery } from './testing/openGallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const desk = { viewport: { width: 1280, height: 800 } };
const ground = (part: Locator) =>
  part.evaluate((element) => getComputedStyle(element).backgroundColor);
const paper = (page: Page) => ground(page.locator('html'));

const light = 'rgb(246, 242, 234)';
const dark = 'rgb(23, 21, 18)';

test('a chosen theme shows at once and is remembered', async () => {
  const page = await gallery.open('controls', 'light', desk);
  expect(await paper(page)).toBe(light);
  await page.getByText('Dark', { exact: true }).click();
  expect(await paper(page)).toBe(dark);
  expect(await page.evaluate(() => localStorage.getItem('rondo-theme'))).toBe('dark');
  await page.context().close();
});

test('the system’s wish is followed while nothing else is chosen', async () => {
  const page = await gallery.open('controls', 'light', desk);
  await page.getByText('System', { exact: true }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper(page)).toBe(light);
  await page.context().close();
});

test('a choice in one tab reaches the others', async () => {
  const page = await gallery.open('controls', 'light', desk);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText('Dark', { exact: true }).click();
  await expect.poll(() => paper(page)).toBe(dark);
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'in %s, the hand lies in the inverse colours and its cards in the board’s',
  async (theme) => {
    const page = await gallery.open('board', theme, desk);
    const hand = page.getByRole('region', { name: 'Your hand' });
    const [board, tray] = [await ground(page.locator('html')), await ground(hand)];
    const brightness = (colour: string) => Number(/\d+/.exec(colour)?.[0]);
    expect(Math.abs(brightness(board) - brightness(tray))).toBeGreaterThan(150);
    const onBoard = page.getByRole('main').getByText('Pair on the first hour').locator('..');
    const inHand = hand.getByText('Friday demos').locator('..');
    expect(await ground(inHand)).toBe(await ground(onBoard));
    await page.context().close();
  },
);
