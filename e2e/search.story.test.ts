import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, endAtOnce, PASSWORD, startMeeting } from './stage/acts.ts';
import { post, teamOf } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('what a team has talked about and promised is found again, and nothing of other teams', async () => {
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  const platform = teamOf(page);

  await page.goto('/');
  await page.getByText('All quiet').waitFor();

  // Another organization on the same server, with a secret of its own.
  const eve = await stage.person('Eve');
  await signUp(eve.page, page);
  const places = eve.page.getByRole('navigation', { name: 'Main menu' });
  await places.getByRole('link', { name: 'Meetings' }).click();
  await eve.page.waitForURL(/\/teams\//);
  await post(eve.page, `teams/${teamOf(eve.page)}/tasks`, { text: 'Invoice the walrus' });

  await page.goto(`/teams/${platform}`);
  await post(page, `teams/${platform}/agenda`, { text: 'Invoices are late', note: 'By a week' });
  await post(page, `teams/${platform}/tasks`, { text: 'Send the invoice by mail' });
  await startMeeting(page, 'Agenda Meeting', 'Stay out');
  await endAtOnce(page);

  await page.goto('/');
  await page.getByRole('heading', { name: 'What came out last' }).waitFor();
  await page.keyboard.press('/');
  await page.waitForURL(/\/search/);
  await page.getByLabel('What are you looking for?').fill('invoic');
  const found = page.getByRole('main');
  await found.getByRole('link', { name: 'Invoices are late' }).waitFor();
  await found.getByRole('link', { name: 'Send the invoice by mail' }).waitFor();
  expect(await found.getByText('walrus').count()).toBe(0);
  expect(await found.locator('mark').allTextContents()).toContain('Invoices');
  await page.getByLabel('What are you looking for?').fill('walrus');
  await page.getByText('Nothing found for “walrus”').waitFor();
  await page.goBack();

  await page.goto(`/teams/${platform}/timeline`);
  await found.getByText('Ada Host joined the team').waitFor();
  await page.getByRole('button', { name: 'Meetings' }).click();
  await found.getByRole('link', { name: 'Agenda Meeting' }).first().click();
  await page.waitForURL(/\/outcome$/);

  await eve.page.goto('/search?words=walrus');
  await eve.page.getByRole('link', { name: 'Invoice the walrus' }).waitFor();
});

/** Eve makes an account of her own; the owner of the server finds the link in the outbox. */
async function signUp(page: Page, owner: Page): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Eve');
  await page.getByLabel('E-mail').fill('eve@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await owner.goto('/outbox');
  await owner.getByRole('link').filter({ hasText: 'eve@example.org' }).click();
  const link = await owner.getByRole('link', { name: /\/enter#/ }).innerText();
  await page.goto(link);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('All quiet').waitFor();
}
