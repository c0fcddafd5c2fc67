import { test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import type { Person } from './stage/browser.ts';
import { post, teamOf } from './stage/direct.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('what somebody else does rings the bell of an open page, and is read where it leads', async () => {
  const ada = await stage.person('Ada');
  const { page } = ada;
  await claimServer(page, stage.server, 'Ada Host');
  const team = teamOf(page);
  const [ben] = (await inviteIntoTeam(stage, ada, ['Ben'])) as [Person];
  const stream = page.waitForResponse('**/live/news');
  await page.goto('/notifications');
  await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  await stream;

  await post(ben.page, `teams/${team}/meetings`, {
    activity: 'start-stop-continue',
    name: 'Second one',
  });
  await page.getByRole('link', { name: '“Second one” has begun.' }).waitFor();
  await page.getByRole('link', { name: /^Notifications, \d+ not read$/ }).waitFor();
  await expectAccessible(page, 'notifications');

  await page.getByRole('link', { name: '“Second one” has begun.' }).click();
  await page.getByRole('navigation', { name: 'Phases of this meeting' }).waitFor();
  await page.goto('/notifications');
  await page.getByRole('tab', { name: 'Not read' }).click();
  await page
    .getByRole('button', { name: 'Mark all as read' })
    .or(page.getByText('You have read everything'))
    .waitFor();
});
