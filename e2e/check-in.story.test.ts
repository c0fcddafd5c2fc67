import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, endAtOnce, expectPhase, goOn, startMeeting } from './stage/acts.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { addTask } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('what is pinned, what was not reached and what was promised comes up again in the next check-in', async () => {
  const owner = await stage.person('Ada');
  const ada = owner.page;
  await claimServer(ada, stage.server, 'Ada Host');
  const team = ada.url();
  const [member] = await inviteIntoTeam(stage, owner, ['Ben']);
  if (!member) throw new Error('somebody has joined');
  const ben = member.page;
  const both = [ada, ben];

  for (const item of ['Numbers of the week', 'Plans for May']) {
    await ada.getByLabel('New item').fill(item);
    await ada.getByRole('button', { name: 'Add', exact: true }).click();
    await ada.getByRole('listitem').filter({ hasText: item }).waitFor();
  }
  await ada.getByRole('button', { name: 'Pin: Numbers of the week' }).click();
  await ada.getByText('comes back every time').waitFor();

  const meeting = await startMeeting(ada, 'Weekly Check-in', 'Stay out');
  await ben.goto(meeting);
  await expectPhase(both, 'Icebreaker');
  await goOn(ada, 'Next: Review tasks');
  for (const page of both) await page.getByText('No open promises').waitFor();
  await goOn(ada, 'Next: Updates');
  await ben.getByRole('button', { name: 'Write my update' }).click();
  await ben.getByLabel('Your update').fill('The search is out');
  await ben.getByRole('button', { name: 'Share it' }).click();
  await goOn(ada, 'Next: Agenda');
  await expectPhase(both, 'Agenda');
  await expect.poll(() => items(ben)).toEqual(['Numbers of the week', 'Plans for May']);
  await ben.getByLabel('New item').fill('A longer table');
  await ben.getByRole('button', { name: 'Add', exact: true }).click();
  await expect
    .poll(() => items(ada))
    .toEqual(['Numbers of the week', 'Plans for May', 'A longer table']);

  await goOn(ada, 'Next: Discuss');
  await expectPhase(both, 'Discuss');
  await ben.getByRole('heading', { name: 'Numbers of the week' }).waitFor();
  await addTask(ada, { text: 'Draw the numbers', owner: 'Ben', due: '2031-05-20' });
  await ada.getByRole('button', { name: 'Done, next topic' }).click();
  await ben.getByRole('heading', { name: 'Plans for May' }).waitFor();
  // What is talked about right now counts as reached, what comes after it does not.
  await goOn(ada, 'Next: Wrap-up');
  await goOn(ada, 'End the meeting');
  for (const page of both) {
    await page.waitForURL(/\/outcome$/);
    await row(page, 'Numbers of the week').getByText('talked about').waitFor();
    await row(page, 'Plans for May').getByText('talked about').waitFor();
    await row(page, 'A longer table').getByText('waits for next time').waitFor();
    await page.getByText('The search is out').waitFor();
  }

  // Between the two: what is over has gone, the rest waits.
  await ada.goto(team);
  await row(ada, 'Draw the numbers').getByText('Ben').waitFor();
  await row(ada, 'Numbers of the week').getByText('comes back every time').waitFor();
  await row(ada, 'A longer table').waitFor();
  expect(await row(ada, 'Plans for May').count()).toBe(0);

  await ben.goto(await startMeeting(ada, 'Weekly Check-in', 'Stay out'));
  await goOn(ada, 'Next: Review tasks');
  const promise = ben.getByRole('article', { name: 'Draw the numbers' });
  await promise.getByText('May 20, 2031').waitFor();
  await promise.getByRole('button', { name: 'Keep' }).click();
  await ada.getByText('Nothing left open').waitFor();
  await goOn(ada, 'Next: Updates');
  await ben.getByRole('button', { name: 'Write my update' }).click();
  const mine = ben.getByRole('region', { name: 'Ben', exact: true });
  await mine.getByRole('heading', { name: 'Open from earlier' }).waitFor();
  await mine.getByRole('checkbox', { name: 'Draw the numbers' }).waitFor();
  await goOn(ada, 'Next: Agenda');
  await expect.poll(() => items(ben)).toEqual(['Numbers of the week', 'A longer table']);
  await endAtOnce(ada);
  await row(ada, 'Draw the numbers').getByText('stays open').first().waitFor();
  await ada.goto(team);
  await row(ada, 'Draw the numbers').waitFor();
});

/** An entry of a list, by its words. */
const row = (page: Page, words: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: words });

/** The agenda in its order, without what is said about each item. */
const items = (page: Page): Promise<string[]> =>
  page
    .getByRole('main')
    .locator('li[data-flip]')
    .evaluateAll((all) => all.map((each) => each.querySelector('p')?.textContent ?? ''));
