import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, enterAsGuest, expectPhase, goOn } from './stage/acts.ts';
import { cardOn, moveTo, vote, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('people vote before they group, in an activity that they have composed', async () => {
  const { page: ada } = await stage.person('Ada');
  await claimServer(ada, stage.server, 'Ada Host');
  await beginToCompose(ada, 'Votes first');

  // What cannot work is said at once, and what would help.
  await addStep(ada, 'Group');
  await step(ada, 'Group')
    .getByText('This step works with cards, and no step before it makes any.')
    .waitFor();
  await step(ada, 'Group').getByText('“Collect”').waitFor();
  expect(await ada.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await addStep(ada, 'Collect');
  await step(ada, 'Group').getByText('This step works with cards').waitFor();
  await ada.getByRole('button', { name: 'Move “Group” down' }).click();
  await ada.getByText('Everything fits together.').waitFor();
  await addStep(ada, 'Vote');
  await ada.getByRole('button', { name: 'Move “Group” down' }).click();
  await addStep(ada, 'Discuss');
  await expect.poll(() => steps(ada)).toEqual(['Collect', 'Vote', 'Group', 'Discuss']);
  const address = await saveAndStart(ada, 'Votes first');

  const { page: gus } = await stage.person('Gus', { phone: true });
  await enterAsGuest(gus, address, 'Gus');
  const both = [ada, gus];
  await expectPhase(both, 'Collect');
  await writeCards(ada, [['What could be better', 'Loud office']]);
  await writeCards(gus, [
    ['What could be better', 'Noise'],
    ['What goes well', 'Demos'],
  ]);
  await ada.getByText('2 cards face down').first().waitFor();
  await goOn(ada, 'Reveal the cards');
  await expectPhase(both, 'Vote');
  await vote(ada, 'Loud office', 1);
  await vote(gus, 'Noise', 1);
  await vote(gus, 'Demos', 1);
  await goOn(ada, 'Reveal the votes');
  await expectPhase(both, 'Group');
  await moveTo(ada, 'Noise', 'Loud office');
  await expect
    .poll(() =>
      gus
        .locator('main [data-group]')
        .filter({ has: cardOn(gus, 'Noise') })
        .getByText('Loud office')
        .count(),
    )
    .toBeGreaterThan(0);
  await goOn(ada, 'Next: Discuss');
  await expectPhase(both, 'Discuss');
  // The votes have come together with the cards, and lead.
  for (const page of both) {
    await page.getByText('2 votes').first().waitFor();
    await page.getByRole('heading', { name: 'Office, Noise' }).waitFor();
  }
  await goOn(ada, 'End the meeting');
  for (const page of both) {
    await page.waitForURL(`${address}/outcome`);
    await page.getByRole('main').getByText('2 votes').first().waitFor();
    await page.getByRole('main').getByText('Demos').first().waitFor();
  }
});

test('people begin with a talk, and write cards afterwards', async () => {
  const { page: ada } = await stage.person('Ada');
  await claimServer(ada, stage.server, 'Ada Host');
  await beginToCompose(ada, 'Talk first');
  await addStep(ada, 'Discuss');
  await addStep(ada, 'Collect');
  const address = await saveAndStart(ada, 'Talk first');
  const { page: gus } = await stage.person('Gus');
  await enterAsGuest(gus, address, 'Gus');
  await expectPhase([ada, gus], 'Discuss');
  await gus.getByLabel('Another topic').fill('How we decide');
  await gus.getByRole('button', { name: 'Add topic' }).click();
  await ada.getByText('How we decide').first().waitFor();
  await ada.getByRole('heading', { name: 'How we decide' }).waitFor();
  await gus.getByLabel('Your comment').fill('By consent, I would say');
  await gus.getByRole('button', { name: 'Comment', exact: true }).click();
  await ada.getByText('By consent, I would say').waitFor();
  await goOn(ada, 'Next: Collect');
  await expectPhase([ada, gus], 'Collect');
  await writeCards(gus, [['What goes well', 'That we ask']]);
  await ada.getByText('1 card face down').waitFor();
  await goOn(ada, 'End the meeting');
  for (const page of [ada, gus]) {
    await page.waitForURL(`${address}/outcome`);
    for (const words of ['How we decide', 'By consent, I would say', 'That we ask'])
      await page.getByRole('main').getByText(words).first().waitFor();
  }
});

/** From the team’s page to a blank activity with its name and what it is for. */
async function beginToCompose(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('link', { name: 'Compose your own' }).click();
  await page.getByRole('heading', { name: 'Compose an activity' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Summary').fill('In an order of our own.');
  await page.getByLabel('Purpose').fill('When the usual order does not fit.');
}

async function addStep(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page
    .getByRole('dialog', { name: 'Add a step' })
    .getByRole('button', { name: new RegExp(`^${kind}`) })
    .click();
  await step(page, kind).waitFor();
}

const step = (page: Page, kind: string): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`Step \\d+: ${kind}`) }) });

/** The steps in their order. */
const steps = async (page: Page): Promise<string[]> =>
  (await page.getByRole('heading', { level: 3, name: /^Step \d/ }).allInnerTexts()).map(
    (words) => /^Step \d+:\s*(\S+)/.exec(words)?.[1] ?? words,
  );

async function saveAndStart(page: Page, name: string): Promise<string> {
  await page.getByText('Everything fits together.').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByLabel('People without an account').selectOption({ label: 'Come in by the link' });
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.waitForURL(/\/m\/[A-Za-z0-9]{22}$/);
  return page.url();
}
