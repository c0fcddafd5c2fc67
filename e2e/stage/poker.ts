import type { Locator, Page } from 'playwright-core';

/** What people do around a table of stories, by what they see on the screen. */

/** Pastes a list or a table of stories, and sees them on the list. */
export async function pasteStories(page: Page, table: string, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog.getByLabel('List or table').fill(table);
  await dialog
    .getByRole('button', { name: count === 1 ? 'Add 1 story' : `Add ${count} stories` })
    .click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Puts this card on the table. */
export async function pick(page: Page, value: string): Promise<void> {
  await page.getByRole('radio', { name: value, exact: true }).check({ force: true });
  await page.getByText(`picked ${value}`, { exact: true }).waitFor();
}

/** The place of somebody at the table, while cards lie face down. */
export const seat = (
  page: Page,
  name: string,
  state: 'has picked' | 'has not picked yet',
): Locator =>
  page
    .getByLabel('The table')
    .getByRole('listitem')
    .filter({ hasText: `${name}: ${state}` });

/** The people behind a card that lies open. */
export const pile = (page: Page, value: string): Locator =>
  page
    .getByLabel('The cards')
    .getByRole('listitem')
    .filter({ has: page.getByLabel(value, { exact: true }) });
