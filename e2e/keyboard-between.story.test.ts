import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { joinDirectly, makeReport, makeTeam } from './stage/between.ts';
import { organizationOf, post, teamOf } from './stage/direct.ts';
import { press, tabTo, type } from './stage/keyboard.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();
const TASK = 'Write the runbook';

test('between meetings everything is done with the keyboard alone', async () => {
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  const team = teamOf(page);
  const organization = await organizationOf(page);
  const tunnels = await makeTeam(page, organization, 'Tunnels');
  const ben = await joinDirectly(stage, page, team, 'Ben');
  await post(ben.page, `teams/${tunnels}/join`, {});
  await makeReport(page, team);

  await press(page, place(page, 'Tasks'));
  await workOnATask(page);
  await page.goto(`/organizations/${organization}#people`);
  await answerARequest(page);
  await page.goto(`/teams/${team}`);
  await press(page, place(page, 'Reports'));
  await publishAReport(page);
  await page.goto('/account/notifications');
  await beToldLess(page);
  await page.reload();
  await outcomes(page).waitFor();
  expect(await outcomes(page).isChecked()).toBe(false);
  expect(await begun(page).inputValue()).toBe('never');
});

/** Made, moved, talked about, done and put away; the focus stays with the task all the time. */
async function workOnATask(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: 'New task: Active' }));
  await page.keyboard.type(TASK);
  await page.keyboard.press('Enter');
  const card = page.getByRole('button', { name: TASK, exact: true });
  await column(page, 'Active').getByText(TASK).waitFor();
  await page.keyboard.press('Escape');
  await expectFocus(page.getByRole('button', { name: 'New task: Active' }));
  await tabTo(page, card);
  await page.keyboard.press('ArrowRight');
  await column(page, 'Stuck').getByText(TASK).waitFor();
  await expectFocus(card);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Task' });
  await type(page, dialog.getByLabel('Say something'), 'Who has the keys?');
  await press(page, dialog.getByRole('button', { name: 'Send' }));
  await dialog.getByRole('listitem').filter({ hasText: 'Who has the keys?' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocus(card);
  // Loaded anew, the card is another one, and its menu with it.
  const isKept = page.waitForResponse('**/api/tasks/*/place');
  const isAnew = isKept.then(() => page.waitForResponse('**/tasks/board'));
  await page.keyboard.press('ArrowRight');
  await column(page, 'Done').getByText(TASK).waitFor();
  await isAnew;
  await expectFocus(card);
  await press(page, page.getByRole('button', { name: `Move or drop: ${TASK}` }));
  await chooseByArrows(page, page.getByRole('menuitem', { name: 'Archive it' }));
  await page.getByRole('button', { name: 'Archive (1)' }).waitFor();
  expect(await card.count()).toBe(0);
}

async function answerARequest(page: Page): Promise<void> {
  const requests = page.getByRole('region', { name: 'They ask to join' });
  await press(page, requests.getByRole('button', { name: 'Let in Ben' }));
  await page.getByLabel('Messages').getByText('Ben is in.').waitFor();
  await requests.waitFor({ state: 'detached' });
}

async function publishAReport(page: Page): Promise<void> {
  await press(page, page.getByRole('main').getByRole('link', { name: /^#1/ }));
  await press(page, page.getByRole('button', { name: 'Publish…' }));
  const dialog = page.getByRole('dialog', { name: 'Publish #1' });
  await tabTo(page, dialog.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => dialog.getByRole('radio', { name: /^Everybody/ }).isChecked()).toBe(true);
  await press(page, dialog.getByRole('button', { name: 'Publish', exact: true }));
  await page.getByLabel('Public page').waitFor();
}

async function beToldLess(page: Page): Promise<void> {
  await tabTo(page, outcomes(page));
  await page.keyboard.press('Space');
  const saved = page.getByLabel('Messages').getByText('Saved').first();
  await saved.waitFor();
  await tabTo(page, begun(page));
  const keeps = page.waitForResponse('**/api/me/notifications/settings');
  await page.keyboard.type('Never');
  await keeps;
}

const outcomes = (page: Page): Locator =>
  page.getByRole('switch', { name: 'Outcomes of Platform' });
const begun = (page: Page): Locator => page.getByRole('combobox', { name: /begun|begins/ }).first();
const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name });
const column = (page: Page, name: string): Locator => page.getByRole('region', { name });

const expectFocus = async (target: Locator): Promise<void> => {
  await expect
    .poll(() => target.evaluate((element) => element === document.activeElement))
    .toBe(true);
};

/** Down a menu that is open until this has the focus. */
async function chooseByArrows(page: Page, item: Locator): Promise<void> {
  await item.waitFor();
  const isThere = (): Promise<boolean> =>
    item.evaluate((element) => element === document.activeElement);
  for (let tries = 0; tries < 15 && !(await isThere()); tries++)
    await page.keyboard.press('ArrowDown');
  expect(await isThere(), 'reached by arrows').toBe(true);
  await page.keyboard.press('Enter');
}
