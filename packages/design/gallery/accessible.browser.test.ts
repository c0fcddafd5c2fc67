import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGallery, type Gallery } from './testing/openGallery.ts';
import { violations } from './testing/violations.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desk = { viewport: { width: 1280, height: 800 } };

describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
  test.each(['board', 'controls', 'words', 'drawings'])('axe finds nothing on %s', async (name) => {
    const page = await gallery.open(name, theme, desk);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('axe finds nothing on a phone, with the hand pulled up', async () => {
    const page = await gallery.open('board', theme, phone);
    await page.getByRole('button', { name: 'Pull up your hand' }).tap();
    await page.getByRole('button', { name: 'Put your hand down' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test.each(['Dialog', 'Sheet', 'Shortcuts', 'Move to…', 'Card', 'Toast'])(
    'axe finds nothing with %s open',
    async (name) => {
      const page = await gallery.open('controls', theme, desk);
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('dialog[open], :popover-open').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test.each(['board', 'controls', 'words', 'drawings'])(
  '%s fits a phone of 360 px without scrolling sideways',
  async (name) => {
    const page = await gallery.open(name, 'light', phone);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await page.context().close();
  },
);
