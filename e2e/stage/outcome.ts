import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** What people do with what remains of a meeting. */

/** Takes it along as a file. */
export async function takeAlong(
  page: Page,
  entry: string,
): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Take it along' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry, exact: true }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

/** The line of a table that tells of this. */
export const row = (page: Page, words: string): Locator =>
  page.getByRole('table').getByRole('row').filter({ hasText: words });
