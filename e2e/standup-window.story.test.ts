import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, goOn } from './stage/acts.ts';
import { startDirectly } from './stage/direct.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { overhear } from './stage/overheard.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

/** The server looks every minute for windows that are over. */
const UNTIL_CLOSED = { timeout: 150_000 };

test(
  'a standup closes by the clock; whoever is late is heard, whoever is missing is named',
  { timeout: 360_000 },
  async () => {
    const ada = await stage.person('Ada');
    await claimServer(ada.page, stage.server, 'Ada Host');
    const [ben, cleo] = await inviteIntoTeam(stage, ada, ['Ben', 'Cleo', 'Dan']);
    if (!ben || !cleo) throw new Error('three have joined');
    const heardByAda = overhear(ada.page);

    const meeting = await startDirectly(ada.page, {
      activity: 'daily-standup',
      windows: [
        {
          phase: 0,
          opensAfter: null,
          closesAfter: 1,
          whenDone: false,
          remindBefore: null,
          lateFor: 60,
        },
      ],
    });
    await ben.page.goto(meeting);
    await answer(ben.page, 'Finished the import', 'Starting on the export', 'Give your answers');
    await ben.page.getByText('Finished the import').first().waitFor();
    await ada.page.goto(meeting);
    await cleo.page.goto(meeting);
    for (const { page } of [ada, cleo]) {
      await page
        .getByText('The answers of others open for you as soon as you have given yours.')
        .waitFor();
      await missing(page, 'Still missing', ['Ada Host', 'Cleo', 'Dan']);
    }
    expect(heardByAda('Finished the import')).toBe(false);
    await answer(ada.page, 'Talked with customers', 'Writing it down', 'Give your answers');
    await ada.page.getByText('Finished the import').waitFor();
    expect(await cleo.page.getByText('Finished the import').count()).toBe(0);

    // Time is up while two are missing. One of them is late.
    for (const { page } of [ada, ben, cleo])
      await page.getByText('Whoever is late can still add theirs.').waitFor(UNTIL_CLOSED);
    await missing(ada.page, 'Did not answer', ['Cleo', 'Dan']);
    await cleo.page.getByText('Finished the import').waitFor();
    await answer(cleo.page, 'Fixed the build', 'Sleeping in', 'Give it late');
    const cleoAtAdas = ada.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'Fixed the build' });
    await cleoAtAdas.getByText('late', { exact: true }).waitFor();
    await missing(ada.page, 'Did not answer', ['Dan']);

    await goOn(ada.page, 'End the meeting');
    for (const { page } of [ada, ben, cleo]) {
      await page.waitForURL(/\/outcome$/);
      const today = page
        .getByRole('region')
        .or(page.locator('section'))
        .filter({ has: page.getByRole('heading', { name: 'Today', exact: true }) });
      await today.getByText('Starting on the export').first().waitFor();
      const late = page.getByRole('listitem').filter({ hasText: 'Sleeping in' });
      await late.getByText('late', { exact: true }).waitFor();
      await page.getByText('No answer from Dan.').first().waitFor();
      expect(await page.getByText('No answer from Cleo').count()).toBe(0);
    }
  },
);

async function answer(page: Page, done: string, today: string, button: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Since last time' }).fill(done);
  await page.getByRole('textbox', { name: 'Today' }).fill(today);
  await page.getByRole('button', { name: button }).click();
  await page.getByText('Your answers are given', { exact: true }).waitFor();
}

async function missing(page: Page, title: string, names: readonly string[]): Promise<void> {
  const who = page.getByLabel('Who has answered');
  await who.getByText(title).waitFor();
  await expect.poll(() => who.getByRole('listitem').count()).toBe(names.length);
  for (const name of names) await who.getByRole('listitem').filter({ hasText: name }).waitFor();
}
