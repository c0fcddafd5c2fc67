import { expect, test } from 'vitest';
import { claimServer, endAtOnce, expectPhase, goOn, startMeeting } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('after a meeting of two people its owner sees one weekly meeting and two active people', async () => {
  const ada = await stage.person('Ada');
  const { page } = ada;
  await claimServer(page, stage.server, 'Ada Host');
  const team = page.url();
  await page.goto('/server/metrics');
  await page.getByText('Nothing is counted yet').waitFor();

  await page.goto(team);
  const [ben] = await inviteIntoTeam(stage, ada, ['Ben']);
  if (!ben) throw new Error('Ben has not come');
  const address = await startMeeting(page, 'Start Stop Continue', 'Stay out');
  await ben.page.goto(address);
  await goOn(page, 'Next: Collect');
  await expectPhase([page, ben.page], 'Collect');
  await writeCards(page, [['Start', 'Pairing']]);
  await writeCards(ben.page, [['Stop', 'Loud office']]);
  await endAtOnce(page);

  await page.goto('/server/metrics');
  const figureOf = (name: string) => page.getByRole('region', { name, exact: true });
  await figureOf('Weekly meetings')
    .getByText(/^1\s*this week so far$/)
    .waitFor();
  await figureOf('Monthly active people')
    .getByText(/^2\s*this week so far$/)
    .waitFor();
  await figureOf('Active teams')
    .getByText(/^1\s*this week so far$/)
    .waitFor();
  await page.getByRole('row', { name: /^Retrospectives 1 – 1 / }).waitFor();

  // Every week is read by keys and aloud, and stands in a table.
  const meetings = figureOf('Weekly meetings');
  await meetings.getByRole('img', { name: /^Weekly meetings/ }).waitFor();
  const slider = meetings.getByRole('slider', { name: 'Weekly meetings, week by week' });
  await slider.press('End');
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/: 1 so far$/);
  await slider.press('ArrowLeft');
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/not counted yet$/);
  await meetings.getByText('As a table').click();
  await meetings.getByRole('row', { name: /\(not over\) 1/ }).waitFor();
  await expectAccessible(page, 'metrics');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('metrics.csv');

  await ben.page.goto('/server/metrics');
  await ben.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
});
