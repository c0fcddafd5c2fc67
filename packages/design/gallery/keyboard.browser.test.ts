import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGallery, type Gallery } from './testing/openGallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

async function controls(): Promise<Page> {
  return gallery.open('controls', 'light', { viewport: { width: 1000, height: 800 } });
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

test('a menu takes the focus, moves it by arrows and letters, and gives it back', async () => {
  const page = await controls();
  const card = page.getByRole('button', { name: 'Card', exact: true });
  await card.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toContain('Edit');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toContain('Move to…');
  await page.keyboard.press('End');
  expect(await focused(page)).toContain('Delete');
  await page.keyboard.press('v');
  expect(await focused(page)).toContain('Votes');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('Card');
  await expect.poll(() => card.getAttribute('aria-expanded')).toBe('false');
});

test('a dialog keeps the focus, closes by Escape, and gives it back', async () => {
  const page = await controls();
  const opener = page.getByRole('button', { name: 'Dialog', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Remove Jo Kim?' });
  await dialog.waitFor();
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(
      () =>
        document.activeElement?.matches('main *') === true &&
        !document.activeElement.closest('dialog'),
    );
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe('Dialog');
});

test('a tap outside closes a dialog, letting go of a selection outside does not', async () => {
  const page = await controls();
  await page.getByRole('button', { name: 'Dialog', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Jo Kim?' });
  const box = await dialog.boundingBox();
  if (!box) throw new Error('the dialog is not on the screen');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(10, 10);
  await page.mouse.up();
  expect(await dialog.isVisible()).toBe(true);
  await page.mouse.click(10, 10);
  await dialog.waitFor({ state: 'hidden' });
});

test('type to find: the field keeps the focus and says which choice is meant', async () => {
  const page = await controls();
  await page.getByRole('button', { name: 'Move to…', exact: true }).click();
  const field = page.getByRole('combobox', { name: 'Group' });
  await field.waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('cafe');
  const meant = async () => {
    const id = await field.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`).textContent();
  };
  expect(await meant()).toContain('Café für alle');
  await page.keyboard.press('ArrowDown');
  expect(await meant()).toContain('New group “cafe”');
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('Move to…');
});

test('what others would lose by is asked twice, and a double click is one answer', async () => {
  const page = await controls();
  await page.getByRole('button', { name: 'End the meeting' }).dblclick();
  const question = page.getByRole('button', { name: 'Really end it?' });
  await question.waitFor();
  expect(await page.locator('[data-live="assertive"]').textContent()).toContain('Really end it?');
  expect(await page.getByText('Ended.', { exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End the meeting' }).press('Enter');
  await question.press('Enter');
  await page.getByText('Ended.', { exact: true }).first().waitFor();
});

test('tabs and radio cards answer to arrows', async () => {
  const page = await controls();
  await page.getByRole('tab', { name: 'Running' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('tabpanel').textContent()).toContain('Thirty-one are over');
  await page.getByRole('radio', { name: /Anonymous/ }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: /With names/ }).isChecked()).toBe(true);
});

test('more of a list: the focus goes on to the first that came, and how many came is said', async () => {
  const page = await controls();
  const more = page.getByRole('button', { name: 'Show older ones' });
  const said = () => page.locator('[data-live="polite"]').textContent();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Retro 118');
  await expect.poll(said).toContain('2 more');
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Retro 116');
  await expect.poll(said).toContain('1 more');
  expect(await more.count()).toBe(0);
});
