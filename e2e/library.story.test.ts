import { expect, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('somebody finds an activity by a misspelled word, keeps it as a favourite and starts it', async () => {
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  await page.getByRole('link', { name: 'Library' }).click();
  for (const [typed, found] of [
    ['sailbaot', 'Sailboat'],
    ['planing pocker', 'Sprint Poker'],
    ['speedboat', 'Sailboat'],
  ] as const) {
    await page.getByLabel('Find an activity').fill(typed);
    await page.getByRole('link', { name: found, exact: true }).waitFor();
  }
  await page.getByLabel('Find an activity').fill('');

  const filters = page.getByRole('group', { name: 'Filters' });
  await filters.getByLabel('Category').selectOption({ label: 'Team health' });
  await filters.getByLabel('How long it may take').selectOption({ label: 'up to 30 min' });
  await page.getByRole('link', { name: 'Sprint Confidence Vote' }).waitFor();
  expect(await page.getByRole('link', { name: 'Sailboat' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Favourite: Sprint Confidence Vote' }).click();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('button', { name: 'Favourites', exact: true }).click();
  await expect.poll(() => page.getByRole('button', { name: /^Favourite: / }).count()).toBe(1);
  // What was looked for is in the address, and stays so after a reload.
  await page.reload();
  await page.getByText('1 activity').first().waitFor();
  await page.getByRole('link', { name: 'Sprint Confidence Vote' }).click();
  await page.getByText('New to your team').waitFor();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('navigation', { name: 'Phases of this meeting' }).waitFor();
  await page.getByRole('link', { name: 'Back to Platform' }).click();
  await page.getByRole('link', { name: 'Library' }).click();
  await page
    .getByRole('region', { name: /favourites/ })
    .getByRole('link', { name: 'Sprint Confidence Vote' })
    .waitFor();
  await page.getByText('run once').first().waitFor();
});

test('a weekly meeting is planned, comes up on the team’s page, and calendars follow it', async () => {
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  await page.getByRole('link', { name: 'Start a meeting' }).click();
  await page.getByLabel('Find an activity').fill('Weekly Check-in');
  await page
    .getByRole('link', { name: /^Weekly Check-in/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Schedule…' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Check-in {n}');
  await page.getByLabel('First day').fill('2031-05-05');
  await page.getByLabel('Begins at').fill('10:00');
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await page.getByLabel('Comes back').selectOption({ label: 'By the week' });
  await page.getByRole('listitem').filter({ hasText: /12/ }).first().waitFor();
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await page.getByRole('heading', { name: 'Next', exact: true }).waitFor();
  await page.getByText('Check-in 1', { exact: true }).first().waitFor();
  await page.getByText('Check-in 2', { exact: true }).first().waitFor();

  const places = page.getByRole('navigation', { name: 'Main menu' });
  await places.getByRole('link', { name: 'Meetings' }).click();
  const coming = page.getByRole('region', { name: 'Coming up' });
  await coming.getByRole('link', { name: /Check-in 1/ }).waitFor();
  await coming.getByRole('button', { name: 'In your calendar' }).click();
  await page.getByRole('button', { name: 'Make a link: Only Platform' }).click();
  const link = await page
    .getByRole('region', { name: 'Only Platform' })
    .getByRole('textbox')
    .inputValue();

  // A calendar has no account, only the link.
  const { page: calendar } = await stage.person('Calendar');
  const feed = await calendar.request.get(link);
  expect(feed.status()).toBe(200);
  expect(feed.headers()['content-type']).toMatch(/^text\/calendar/);
  const text = await feed.text();
  for (const line of [
    'BEGIN:VEVENT',
    'SUMMARY:Check-in',
    'DTSTART;TZID=Europe/Berlin:20310505T100000',
  ])
    expect(text).toContain(line);
});
