import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectPhase, goOn } from './stage/acts.ts';
import { vote, writeCards } from './stage/phases.ts';
import { pick, pile } from './stage/poker.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('anybody plays a round of poker with simulated teammates, in the browser alone', async () => {
  const { page } = await stage.person('Ann');
  const asked = await play(page, 'Sprint poker');
  await page.getByRole('article', { name: 'Reset the password by mail' }).waitFor();
  await pick(page, '40');
  await page.getByText('4 of 4 have picked.').waitFor();
  await page.getByRole('button', { name: 'Show the cards' }).click();
  await pile(page, '40').getByText('You').waitFor();
  await pile(page, '40').getByText('highest').waitFor();
  await page.getByLabel('Another score').fill('13');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('Final score', { exact: true }).waitFor();
  await goOn(page, 'End the meeting');
  await seesWhatRemains(page);
  const estimated = page.getByRole('row').filter({ hasText: 'Reset the password by mail' });
  await estimated.getByText('13', { exact: true }).waitFor();
  expect(asked).toEqual([]);
});

test('anybody plays a retrospective with simulated teammates, in the browser alone', async () => {
  const { page } = await stage.person('Ann', { phone: true });
  const asked = await play(page, 'Retrospective');
  await expectPhase([page], 'Collect');
  await writeCards(page, [['Stop', 'Typing on a phone']]);
  await page
    .getByText('1 card face down')
    .or(page.getByText('2 cards face down'))
    .first()
    .waitFor();
  await goOn(page, 'Reveal the cards');
  await expectPhase([page], 'Group');
  await goOn(page, 'Next: Vote');
  await expectPhase([page], 'Vote');
  await vote(page, 'Typing on a phone', 1);
  await goOn(page, 'Reveal the votes');
  await expectPhase([page], 'Discuss');
  await goOn(page, 'Next: Wrap-up');
  await expectPhase([page], 'Wrap-up');
  await goOn(page, 'End the meeting');
  await seesWhatRemains(page);
  await page.getByText('Typing on a phone').first().waitFor();
  await page.getByText('4 people took part').waitFor();
  expect(asked).toEqual([]);
});

/** What is the app itself, the same for everybody. */
const FILES = /^\/(assets\/|mark\.svg$)/;

/** Opens one of the meetings that need no account. @returns what the server is asked from then on, files aside */
async function play(page: Page, meeting: string): Promise<readonly string[]> {
  await page.goto('/demo');
  const link = page.getByRole('link', { name: new RegExp(`^${meeting}`) });
  await link.waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!FILES.test(pathname)) asked.push(`${request.method()} ${pathname}`);
  });
  page.on('websocket', (socket) => asked.push(socket.url()));
  await link.click();
  await page.getByRole('navigation', { name: 'Phases of this meeting' }).waitFor();
  return asked;
}

async function seesWhatRemains(page: Page): Promise<void> {
  await page.getByText('This is what remains of a meeting').waitFor();
  await page.getByRole('link', { name: 'Make an account' }).waitFor();
}
