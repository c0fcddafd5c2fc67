import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  claimServer,
  endAtOnce,
  enterAsGuest,
  expectPhase,
  goOn,
  startMeeting,
} from './stage/acts.ts';
import { overhear } from './stage/overheard.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();
const STATEMENTS = 3;

test(
  'of four answers nobody learns anything, five are shown, and the next time how it was before',
  { timeout: 300_000 },
  async () => {
    const { page: ada } = await stage.person('Ada');
    await claimServer(ada, stage.server, 'Ada Host');
    const team = ada.url();
    const heard = overhear(ada);
    const guests: { name: string; page: Page }[] = [];
    for (const name of ['Ben', 'Cleo', 'Dora', 'Eve'])
      guests.push({ name, page: (await stage.person(name)).page });
    const everybody = [ada, ...guests.map(({ page }) => page)];
    const begin = async (): Promise<string> => {
      await ada.goto(team);
      const address = await startMeeting(ada, 'Sprint Confidence', 'Come in by the link');
      for (const { name, page } of guests) await enterAsGuest(page, address, name);
      await expectPhase(everybody, 'Rate');
      return address;
    };

    // Four answers: neither shown when the phase is over, nor kept.
    const first = await begin();
    for (const page of everybody.slice(0, 4)) await answer(page, [4, 4, 4]);
    await ada.getByText('4 people have handed in').waitFor();
    expect(await ada.getByRole('button', { name: 'Show the results' }).isDisabled()).toBe(true);
    await goOn(ada, 'Next: Collect');
    await expectPhase(everybody, 'Collect');
    for (const page of everybody) {
      await page.getByRole('button', { name: /^Rate/ }).click();
      await expectPhase([page], 'Rate');
      await page.getByRole('heading', { level: 3 }).first().waitFor();
      expect(await page.getByRole('figure').count()).toBe(0);
    }
    await endAtOnce(ada);
    await expect.poll(() => ada.getByText('Too few answers to show').count()).toBe(STATEMENTS);
    expect(await ada.getByRole('figure').count()).toBe(0);
    expect(await outcomeText(ada, first)).not.toMatch(/"counts": ?\[/);
    expect(heard('"counts":[')).toBe(false);

    // The fifth makes it enough. A bar for each point, and the same in words for whoever cannot see it.
    const second = await begin();
    for (const page of everybody.slice(0, 4)) await answer(page, [0, 1, 2]);
    await ada.getByText('4 people have handed in').waitFor();
    for (const page of everybody) expect(await page.getByRole('figure').count()).toBe(0);
    expect(heard('"counts":[')).toBe(false);
    await answer(everybody[4] ?? ada, [0, 1, 4]);
    await ada.getByText('5 people have handed in').waitFor();
    await ada.getByRole('button', { name: 'Show the results' }).click();
    for (const page of everybody) {
      await expect.poll(() => page.getByRole('figure').count()).toBe(STATEMENTS);
      const last = page.getByRole('figure').last();
      await expect
        .poll(() => said(last))
        .toEqual(expect.arrayContaining([expect.stringMatching(/^3: 4 answers/)]));
      expect(await said(last)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^5, .*: 1 answer/)]),
      );
    }
    expect(heard('"counts":[')).toBe(true);
    await endAtOnce(ada);
    await expect.poll(() => ada.getByRole('figure').count()).toBe(STATEMENTS);
    await ada.getByRole('figure').first().getByText('1.0').waitFor();
    expect(await outcomeText(ada, second)).toMatch(/"counts": ?\[/);
    // One run before in which nothing was shown is nothing to compare with.
    expect(await ada.getByText('Over time').count()).toBe(0);

    await begin();
    for (const page of everybody) await answer(page, [3, 1, 2]);
    await ada.getByText('5 people have handed in').waitFor();
    await ada.getByRole('button', { name: 'Show the results' }).click();
    await expect.poll(() => ada.getByRole('figure').count()).toBe(STATEMENTS);
    await endAtOnce(ada);
    await ada.getByText('Over time: from 1.0 to 4.0').click();
    const before = ada.getByRole('table', { name: 'Earlier runs' }).first();
    await expect
      .poll(async () =>
        (await before.getByRole('row').allInnerTexts()).map((row) =>
          row.split(/\s*\t\s*/).slice(1),
        ),
      )
      .toEqual([
        ['Average', 'Answers'],
        ['–', 'too few'],
        ['1.0', '5'],
        ['4.0', '5'],
      ]);
  },
);

/** Chooses a point for each statement, from 0, and hands in. */
async function answer(page: Page, points: readonly number[]): Promise<void> {
  const hand = page.getByRole('region', { name: 'Your hand' });
  for (const [index, point] of points.entries()) {
    if (index > 0) await hand.getByRole('button', { name: 'Next' }).click();
    await hand.getByText(`Statement ${index + 1} of ${points.length}`).waitFor();
    await hand.getByRole('radio').nth(point).check({ force: true });
  }
  await hand.getByRole('button', { name: 'Hand in' }).click();
  await hand.getByText('Handed in. You can change answers until they are shown.').waitFor();
}

/** What a chart tells those who do not see it. */
const said = (chart: ReturnType<Page['getByRole']>): Promise<string[]> =>
  chart
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.firstElementChild?.textContent ?? ''));

/** The whole outcome as the server has it. */
async function outcomeText(page: Page, meeting: string): Promise<string> {
  const path = `/api/meetings/${meeting.split('/m/')[1]}/outcome/json`;
  const answered = await page.request.get(path);
  expect(answered.status()).toBe(200);
  return answered.text();
}
