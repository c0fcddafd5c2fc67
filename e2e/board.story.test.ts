import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { ask, organizationOf, post, teamOf } from './stage/direct.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('a board keeps what is private, loses nobody’s words, and gives a task to another team', async () => {
  const owner = await stage.person('Ada');
  const ada = owner.page;
  await claimServer(ada, stage.server, 'Ada Host');
  const [member] = await inviteIntoTeam(stage, owner, ['Ben']);
  if (!member) throw new Error('somebody has joined');
  const ben = member.page;
  const team = teamOf(ben);
  const board = `/teams/${team}/tasks`;
  const organization = await organizationOf(ada);
  await post(ada, 'teams', { organization, name: 'Design' });
  const { id: me } = await ask<{ id: string }>(ada, 'GET', 'me');

  for (const text of ['Ask for a raise #money', 'Paint the logo'])
    await post(ada, `teams/${team}/tasks`, { text });
  await ada.goto(board);
  await open(ada, 'Ask for a raise').click();
  await dialog(ada).getByRole('switch', { name: 'Private' }).click();
  await dialog(ada).getByLabel('Who takes it').selectOption(me);
  await ada.keyboard.press('Escape');
  await ada.getByText('private', { exact: true }).waitFor();

  // Only the one who may sees it, on the board and among their own.
  await ben.goto(board);
  await open(ben, 'Paint the logo').waitFor();
  expect(await ben.getByText('Ask for a raise').count()).toBe(0);
  await ada.goto('/tasks');
  await ada.getByRole('link', { name: /Ask for a raise/ }).waitFor();
  expect(await ada.getByText('Paint the logo').count()).toBe(0);
  await expectAccessible(ada, 'my tasks');

  // Two change the same words: the second is shown both, and chooses.
  await ada.goto(board);
  for (const page of [ada, ben]) {
    await open(page, 'Paint the logo').click();
    await dialog(page).getByRole('button', { name: 'Change or add details' }).click();
  }
  await words(ben).fill('Paint the logo, says Ben');
  await words(ada).fill('Paint the logo anew, says Ada');
  await dialog(ben).getByRole('button', { name: 'Save', exact: true }).click();
  await dialog(ada).getByText('Somebody else has changed it meanwhile.').waitFor();
  await dialog(ada).getByText('Paint the logo, says Ben', { exact: true }).waitFor();
  expect(await words(ada).inputValue()).toBe('Paint the logo anew, says Ada');
  await expectAccessible(ada, 'two versions of the words of a task');
  await dialog(ada).getByRole('button', { name: 'Save mine' }).click();
  await dialog(ben).getByText('Paint the logo anew, says Ada').first().waitFor();
  await ben.keyboard.press('Escape');

  await dialog(ada).getByText('Move to another team').click();
  await dialog(ada).getByLabel('Team', { exact: true }).selectOption({ label: 'Design' });
  await dialog(ada).getByRole('button', { name: 'Move it' }).click();
  await ada.getByRole('heading', { name: 'Tasks of Design' }).waitFor();
  await open(ben, 'Paint the logo').waitFor({ state: 'detached' });
  await dialog(ada).locator('summary', { hasText: 'History' }).click();
  await dialog(ada).getByText('moved it to the team Design').waitFor();

  // Without a connection it is said, and what is written waits.
  await member.context.setOffline(true);
  const offline = ben.getByText('No connection. What you do here is sent when it is back');
  await offline.waitFor();
  await ben.getByRole('button', { name: 'New task: Future' }).click();
  await ben.getByRole('textbox', { name: 'New task: Future' }).fill('Look out of the window');
  await ben.keyboard.press('Enter');
  await member.context.setOffline(false);
  await offline.waitFor({ state: 'detached' });
  await ada.goto(board);
  await open(ada, 'Look out of the window').waitFor();
});

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Task' });
const open = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${text}`) });
const words = (page: Page): Locator => dialog(page).getByRole('textbox', { name: 'Task' });
