import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGallery, type Gallery } from './testing/openGallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const card = (page: Page, id: number) => page.locator(`[data-drag="card-${id}"]`);
const columnOf = (page: Page, id: number) =>
  card(page, id).evaluate((element) =>
    element.closest('[data-drop^="column-"]')?.getAttribute('data-drop'),
  );

async function many(options = {}): Promise<Page> {
  return gallery.open('many', 'light', { viewport: { width: 1200, height: 800 }, ...options });
}

async function centre(page: Page, id: number): Promise<{ x: number; y: number }> {
  const box = await card(page, id).boundingBox();
  if (!box) throw new Error(`card ${id} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a mouse drags a card to another column', async () => {
  const page = await many();
  const [from, to] = [await centre(page, 0), await centre(page, 1)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y);
  expect(await page.locator('[data-ghost]').count()).toBe(0);
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.locator('[data-drop-over]').waitFor();
  expect(await page.locator('[data-ghost]').count()).toBe(1);
  await page.mouse.up();
  await expect.poll(() => columnOf(page, 0)).toBe('column-clay');
  await expect.poll(() => page.locator('[data-ghost]').count()).toBe(0);
  expect(await page.locator('[data-dragging], [data-drop-over]').count()).toBe(0);
});

test('Escape puts a dragged card back', async () => {
  const page = await many();
  const [from, to] = [await centre(page, 0), await centre(page, 1)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.locator('[data-ghost]').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => page.locator('[data-ghost]').count()).toBe(0);
  expect(await columnOf(page, 0)).toBe('column-moss');
});

test('near an edge the board scrolls by itself', async () => {
  const page = await many();
  const from = await centre(page, 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, 790, { steps: 5 });
  const scrolled = () => page.locator('main').evaluate((element) => element.scrollTop);
  await expect.poll(scrolled).toBeGreaterThan(200);
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('a finger that rests lifts the card, a finger that moves scrolls', async () => {
  const page = await many({ hasTouch: true, viewport: { width: 900, height: 700 } });
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const [from, to] = [await centre(page, 4), await centre(page, 5)];

  await touch('touchStart', from);
  await touch('touchMove', { x: from.x, y: from.y - 60 });
  await touch('touchMove', { x: from.x, y: from.y - 120 });
  await touch('touchEnd');
  expect(await page.locator('[data-ghost]').count()).toBe(0);
  await page.locator('main').evaluate((element) => element.scrollTo(0, 0));

  await touch('touchStart', from);
  await page.locator('[data-ghost]').waitFor();
  await touch('touchMove', { x: to.x, y: to.y });
  // Its own column is a place as well: the finger has to have arrived.
  await page.locator('[data-drop="card-5"][data-drop-over]').waitFor();
  await touch('touchEnd');
  await expect.poll(() => columnOf(page, 4)).toBe('column-clay');
});

test('a drag renders nothing with React until the card is dropped', async () => {
  const page = await many();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver((records) => {
      for (const record of records) {
        const isOurs = record.type === 'attributes' && record.attributeName?.startsWith('data-');
        if (!isOurs) seen.push(`${record.type} ${record.target.nodeName}`);
      }
    }).observe(document.querySelector('main') as HTMLElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const [from, to] = [await centre(page, 0), await centre(page, 3)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 20 });
  await page.locator('[data-drop-over]').waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  await page.mouse.up();
});
