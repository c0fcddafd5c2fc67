import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, endAtOnce, goOn, startMeeting } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { startDirectly } from './stage/direct.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { addTask, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();
const PROMISE = 'Write the whole handbook anew';
const BY_THE_CLOCK = { opensAfter: null, closesAfter: 480, remindBefore: null, lateFor: null };
const OVER_THE_DAY = {
  activity: 'daily-standup',
  review: true,
  windows: [{ phase: 0, ...BY_THE_CLOCK, whenDone: true }],
};

test('what a retrospective agrees on comes back in standups and a check-in until it is dropped', async () => {
  const owner = await stage.person('Ada');
  const ada = owner.page;
  await claimServer(ada, stage.server, 'Ada Host');
  const [member] = await inviteIntoTeam(stage, owner, ['Ben']);
  if (!member) throw new Error('somebody has joined');
  const ben = member.page;
  const team = ben.url();

  await ada.goto(team);
  await startMeeting(ada, 'Start Stop Continue', 'Stay out');
  await goOn(ada, 'Next: Collect');
  await writeCards(ada, [['Start', 'Reading the handbook']]);
  for (const next of ['Reveal the cards', 'Next: Vote', 'Reveal the votes']) await goOn(ada, next);
  // Its day has passed already, so every meeting that keeps it misses it.
  await addTask(ada, {
    text: 'Write the **whole** handbook anew',
    owner: 'Ada Host',
    due: '2020-05-20',
  });
  await endAtOnce(ada);

  // Between meetings it stands on the board, for both at once.
  for (const page of [ada, ben]) {
    await page.goto(`${team}/tasks`);
    await column(page, 'Active').getByText(PROMISE).waitFor();
  }
  await expectAccessible(ada, 'the board of tasks');
  await card(ada).focus();
  await ada.keyboard.press('ArrowRight');
  await column(ada, 'Stuck').getByText(PROMISE).waitFor();
  await column(ben, 'Stuck').getByText(PROMISE).waitFor();
  await card(ben).click();
  const dialog = ben.getByRole('dialog', { name: 'Task' });
  await dialog.getByRole('link', { name: 'Start Stop Continue' }).waitFor();
  await dialog.getByLabel('Say something').fill('Shall I help, @Ada Host?');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByRole('listitem').filter({ hasText: 'Shall I help' }).waitFor();
  await expectAccessible(ben, 'the dialog of a task');
  await ben.keyboard.press('Escape');

  for (const missed of ['not yet', 'once']) {
    await ada.goto(team);
    const isOverTheDay = missed === 'once';
    const meeting = isOverTheDay
      ? await startDirectly(ada, OVER_THE_DAY)
      : await startMeeting(ada, 'Daily Standup', 'Stay out');
    for (const page of isOverTheDay ? [ada, ben] : [ben]) await page.goto(meeting);
    // Beside a phase by the clock, so that one visit is enough for both.
    for (const page of isOverTheDay ? [ada, ben] : []) {
      await page.getByText('“Review tasks” is open as well.').waitFor();
      await page.getByRole('button', { name: 'Look there' }).click();
    }
    const task = promise(ben);
    if (isOverTheDay) await task.getByText('missed once').waitFor();
    await task.getByRole('button', { name: 'Keep' }).click();
    await ada.getByText('Nothing left open').waitFor();
    await endAtOnce(ada);
  }

  await ada.goto(team);
  await ben.goto(await startMeeting(ada, 'Weekly Check-in', 'Stay out'));
  await goOn(ada, 'Next: Review tasks');
  const task = promise(ada);
  await task.getByText('missed 2 times').waitFor();
  await ada.getByText('Missed twice, and not decided yet').waitFor();
  expect(await task.getByRole('button', { name: 'Keep' }).count()).toBe(0);
  await expectAccessible(ada, 'a promise that was missed twice');
  await promise(ben).getByRole('button', { name: 'Drop' }).click();
  await ada.getByText('Nothing left open').waitFor();
  await endAtOnce(ada);

  await ada.goto(`${team}/tasks`);
  await ada.getByRole('button', { name: 'Archive (1)' }).waitFor();
  expect(await card(ada).count()).toBe(0);
  await ada.goto(team);
  await startMeeting(ada, 'Daily Standup', 'Stay out');
  const flow = ada.getByRole('navigation', { name: 'Phases of this meeting' });
  expect(await flow.getByText('Review tasks').count()).toBe(0);
});

const column = (page: Page, name: string): Locator => page.getByRole('region', { name });
const card = (page: Page): Locator => page.getByRole('button', { name: PROMISE, exact: true });
const promise = (page: Page): Locator => page.getByRole('article', { name: PROMISE });
