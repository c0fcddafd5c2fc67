import type { Locator, Page } from 'playwright-core';
import { test } from 'vitest';
import { claimServer, enterAsGuest, expectPhase, startMeeting } from './stage/acts.ts';
import { press, tabTo, type } from './stage/keyboard.ts';
import { row } from './stage/outcome.ts';
import { pile, seat } from './stage/poker.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('two people estimate with the keyboard alone', async () => {
  const { page: ada } = await stage.person('Ada');
  const { page: gus } = await stage.person('Gus');
  const both = [ada, gus];
  await claimServer(ada, stage.server, 'Ada Host');
  const address = await startMeeting(ada, 'Sprint Poker', 'Come in by the link');
  await enterAsGuest(gus, address, 'Gus');
  await expectPhase(both, 'Estimate');
  // From here on nobody touches a mouse.
  await press(ada, ada.getByRole('button', { name: 'Paste a list' }));
  await ada.getByLabel('List or table').and(ada.locator(':focus')).waitFor();
  await ada.keyboard.type('Log in with a key');
  await ada.keyboard.press('Enter');
  await ada.keyboard.type('Export as CSV');
  await press(ada, ada.getByRole('button', { name: 'Add 2 stories' }));
  await at(both, 'Log in with a key');
  await type(gus, gus.getByLabel('New story'), 'Undo');
  await gus.keyboard.press('Enter');
  await ada.getByRole('navigation', { name: 'Stories' }).getByText('Undo').waitFor();

  await pickByKeys(gus, '13');
  await seat(ada, 'Gus', 'has picked').waitFor();
  // By arrows as well: from card to card, and Space puts one on the table.
  await tabTo(ada, deck(ada).first());
  await ada.keyboard.press('ArrowRight');
  await ada.keyboard.press('ArrowRight');
  await ada.keyboard.press('Space');
  await ada.getByText('picked 3', { exact: true }).waitFor();
  const cards = ada.getByRole('region', { name: 'The cards' });
  await cards.waitFor();
  await pile(ada, '13').getByText('Gus').waitFor();
  await press(ada, ada.getByRole('button', { name: 'Vote again' }));
  for (const page of both) {
    await page.getByText('Round 2').waitFor();
    await pickByKeys(page, '8');
  }
  await press(ada, ada.getByRole('button', { name: 'Take 8 and go on' }));
  await at(both, 'Export as CSV');

  await tabTo(ada, ada.getByRole('switch', { name: 'Show when all have picked' }), 'Shift+Tab');
  await ada.keyboard.press('Space');
  for (const page of both) await pickByKeys(page, '5');
  await press(ada, ada.getByRole('button', { name: 'Show the cards' }));
  await gus.getByText('Everybody agrees.').waitFor();
  await type(ada, ada.getByLabel('Another score'), '6');
  await ada.keyboard.press('Enter');
  await gus.getByText('Final score', { exact: true }).waitFor();
  await press(ada, ada.getByRole('button', { name: 'Go on', exact: true }));
  await at(both, 'Undo');

  await goOn(ada, 'Next: Wrap-up');
  await expectPhase(both, 'Wrap-up');
  await goOn(ada, 'End the meeting');
  for (const page of both) {
    await page.waitForURL(`${address}/outcome`);
    await row(page, 'Log in with a key').getByText('8', { exact: true }).waitFor();
    await row(page, 'Export as CSV').getByText('6', { exact: true }).waitFor();
  }
});

const deck = (page: Page): Locator =>
  page.getByRole('region', { name: 'Your hand' }).getByRole('radio');

async function at(pages: readonly Page[], story: string): Promise<void> {
  for (const page of pages) await page.getByRole('article', { name: story }).waitFor();
}

/** Goes to the cards and types what is on one of them. */
async function pickByKeys(page: Page, value: string): Promise<void> {
  if (!(await page.evaluate(() => document.activeElement?.matches('fieldset [type=radio]'))))
    await tabTo(page, deck(page).first());
  await page.keyboard.type(value);
  await page.getByText(`picked ${value}`, { exact: true }).waitFor();
}

/** The next step, and once more where the meeting asks whether to take it. */
async function goOn(page: Page, label: string): Promise<void> {
  await press(page, page.getByRole('banner').getByRole('button', { name: label }));
  const question = page.getByRole('banner').getByRole('button', { name: /\?$/ });
  if (await question.isVisible()) await page.keyboard.press('Enter');
}
