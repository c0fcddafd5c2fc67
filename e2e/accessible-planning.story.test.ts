import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { claimServer, expectPhase } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { post, teamOf } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

test(
  'finding, composing and planning shut nobody out, on a desk or a phone',
  { timeout: 420_000 },
  async () => {
    const { page } = await stage.person('Ada');
    await claimServer(page, stage.server, 'Ada Host');
    const team = page.url();
    await post(page, `teams/${teamOf(page)}/agenda`, { text: 'Numbers of the week' });
    for (const [path, seen] of [
      [`${team}/library`, 'Retrospectives'],
      [`${team}/library?q=poker`, 'Sprint Poker'],
      [`${team}/library?q=nothingofthiskind`, 'Nothing fits'],
      [`${team}/library/daily-standup`, 'New to your team'],
      [`${team}/schedule?activity=daily-standup`, 'Facilitator'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('main').getByText(seen).and(page.locator(':visible')).first().waitFor();
      await expectBothAccessible(page, path.replace(team, ''));
    }
    await page.getByRole('button', { name: 'Schedule', exact: true }).click();
    await page.getByRole('heading', { name: 'Next', exact: true }).waitFor();
    await expectBothAccessible(page, 'a series');
    const series = page.url();
    await page.goto(`${series}/edit`);
    await page.getByLabel('Begins at').waitFor();
    await expectBothAccessible(page, 'changing a series');
    await page.goto(team);
    await page.getByRole('button', { name: 'In your calendar' }).click();
    await page.getByRole('button', { name: 'Make a link: Only Platform' }).click();
    await page.getByRole('region', { name: 'Only Platform' }).getByRole('textbox').waitFor();
    await expectBothAccessible(page, 'links for calendars');
    await page.keyboard.press('Escape');
    await expectBothAccessible(page, 'a team with plans and an agenda');
    for (const [path, seen] of [
      ['/server', 'From outside'],
      ['/server#people', 'A usual week'],
      ['/server#log', 'The server got its owner'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('tabpanel').getByText(seen).first().waitFor();
      await expectBothAccessible(page, path);
    }
  },
);

test(
  'the forms of all steps shut nobody out, on a desk or a phone',
  { timeout: 420_000 },
  async () => {
    const { page } = await stage.person('Ada');
    await claimServer(page, stage.server, 'Ada Host');
    await page.goto(`${page.url()}/compose`);
    await page.getByRole('heading', { name: 'Compose an activity' }).waitFor();
    await expectBothAccessible(page, 'a blank activity');
    await page.getByRole('button', { name: 'Add a step' }).click();
    const kinds = page.getByRole('dialog', { name: 'Add a step' }).getByRole('listitem');
    await kinds.first().waitFor();
    await expectBothAccessible(page, 'kinds of steps');
    const count = await kinds.count();
    await page.keyboard.press('Escape');
    for (let kind = 0; kind < count; kind++) {
      await page.getByRole('button', { name: 'Add a step' }).click();
      await kinds.nth(kind).getByRole('button').click();
      // Each stays open with its form.
      const open = page.locator('main [data-step] [aria-expanded="true"]');
      await open.nth(kind).waitFor();
      await page.getByLabel('The settings are loading').waitFor({ state: 'hidden' });
    }
    await expectBothAccessible(page, 'an activity with a step of every kind');
  },
);

test('playing without an account shuts nobody out, on a desk or a phone', async () => {
  const { page } = await stage.person('Ann');
  await page.goto('/demo');
  await page.getByRole('link', { name: /^Standup/ }).waitFor();
  await expectBothAccessible(page, 'the demo');
  await page.getByRole('link', { name: /^Standup/ }).click();
  await expectPhase([page], 'Answers');
  await expectBothAccessible(page, 'playing a standup');
});

async function expectBothAccessible(page: Page, screen: string): Promise<void> {
  await expectAccessible(page, `${screen}, on a desk`);
  await page.setViewportSize(PHONE);
  await expectAccessible(page, `${screen}, on a phone`);
  await page.setViewportSize(DESK);
}
