import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, startMeeting } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { setStage } from './stage/stage.ts';

/** One that people copy from a page about how to set it up. */
const stage = setStage({ RONDO_SECRET: 'please-change-me-please-change-me' });
/** The ledger writes a minute when it is over. */
const A_MINUTE_AND_MORE_MS = 100_000;

test('the owner sees what is wrong with the server, how many come when, and what was done', async () => {
  const ada = await stage.person('Ada');
  const { page } = ada;
  await claimServer(page, stage.server, 'Ada Host');
  const meeting = await ada.context.newPage();
  await meeting.goto(page.url());
  await startMeeting(meeting, 'Start Stop Continue', 'Stay out');

  await page.reload();
  const [ben] = await inviteIntoTeam(stage, ada, ['Ben']);
  if (!ben) throw new Error('Ben has not come');
  await ben.page.getByRole('button', { name: 'Ben' }).click();
  await ben.page.getByRole('menuitem', { name: 'Account settings' }).waitFor();
  expect(await ben.page.getByRole('menuitem', { name: /^Server/ }).count()).toBe(0);
  await ben.page.goto('/server');
  await ben.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();

  await page.getByRole('button', { name: 'Ada Host' }).click();
  await page.getByRole('menuitem', { name: /^Server To be mended: \d/ }).click();
  await page
    .getByRole('heading', { name: /to be mended$/, level: 2 })
    .first()
    .waitFor();
  await seesWhatIsWrong(page);
  await hasItLookedAtAnew(page);

  await page.getByRole('tab', { name: 'Audit log' }).click();
  const claimed = page.getByRole('listitem').filter({ hasText: 'The server got its owner' });
  await claimed.getByText('you', { exact: true }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'A meeting was started' }).waitFor();
  expect(await page.getByRole('tabpanel').innerText()).not.toContain('Ada');

  await page.getByRole('tab', { name: 'People' }).click();
  const week = page.getByRole('table', { name: /by weekday and by the hour/ });
  await week.waitFor({ timeout: A_MINUTE_AND_MORE_MS });
  expect(await week.getByRole('rowheader').count()).toBe(7);
  expect(await week.getByRole('columnheader').count()).toBe(25);
  await page.getByText(/^Most people usually come on .*: \d+ at the same moment/).waitFor();
  await expectAccessible(page, 'people of a week');
  // The same address leads back to the same view.
  await page.reload();
  await week.waitFor();
});

async function seesWhatIsWrong(page: Page): Promise<void> {
  const secret = page.getByRole('article', { name: 'Settings' });
  await secret.getByText('looks like an example').waitFor();
  await secret.getByRole('button', { name: /^RONDO_SECRET=/ }).click();
  await page.getByLabel('Messages').getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'RONDO_SECRET=$(openssl rand -hex 32)',
  );
}

/** From inside at once; from outside a while later, without being asked for again. */
async function hasItLookedAtAnew(page: Page): Promise<void> {
  await page.getByText('From outsidenot yet').waitFor();
  await page.getByRole('button', { name: 'Look now' }).click();
  const mail = page.getByRole('article', { name: 'Mails' });
  await mail.getByText('no mail server').waitFor({ timeout: 90_000 });
  await page.getByRole('article', { name: 'Settings' }).waitFor();
  await expectAccessible(page, 'what the doctor found');
}
