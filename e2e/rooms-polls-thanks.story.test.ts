import type { Locator, Page } from 'playwright-core';
import { test } from 'vitest';
import { claimServer, enterAsGuest, expectPhase, goOn, startMeeting } from './stage/acts.ts';
import { compose } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('two people part into rooms, put in order what they found, decide, and thank each other', async () => {
  const { page: ada } = await stage.person('Ada');
  await claimServer(ada, stage.server, 'Ada Host');
  await compose(ada, 'A day of work', [
    { kind: 'breakout', settings: { rooms: 2, seating: 'free' } },
    { kind: 'rank', settings: { question: 'What first?' } },
    {
      kind: 'poll',
      settings: {
        way: 'single',
        question: 'Where do we meet?',
        anonymous: false,
        options: [
          { id: 'here', label: 'Right here' },
          { id: 'park', label: 'In the park' },
        ],
      },
    },
    { kind: 'appreciate' },
  ]);
  const address = await startMeeting(ada, 'A day of work', 'Come in by the link');
  const { page: gus } = await stage.person('Gus', { phone: true });
  await enterAsGuest(gus, address, 'Gus');
  await expectPhase([ada, gus], 'Breakout rooms');

  // Each in a room: what is written there stays there until all come back.
  await ada.getByRole('button', { name: 'Go into Room 1' }).click();
  await gus.getByRole('tab', { name: /^Room 2/ }).click();
  await gus.getByRole('button', { name: 'Go into Room 2' }).click();
  await write(ada, ['A quieter office', 'Fewer alarms']);
  await write(gus, ['A longer table']);
  await ada.getByRole('button', { name: 'Card “Fewer alarms”' }).click();
  await ada.getByRole('menuitem', { name: 'Put with “A quieter office”' }).click();
  await ada.getByLabel('Name of the group').fill('Less noise');
  await ada.getByLabel('Name of the group').press('Enter');
  await gus.getByRole('button', { name: 'We are done' }).click();
  await ada.getByText('1 room of 2 is done.').waitFor();
  await goOn(ada, 'Next: Rank');
  await expectPhase([ada, gus], 'Rank');

  // What the rooms have brought is put in order.
  for (const [page, order] of [
    [ada, ['A longer table', 'Less noise']],
    [gus, ['A longer table', 'Less noise']],
  ] as const)
    await bringInOrder(page, order);
  await ada.getByText('Everybody has ranked').waitFor();
  await ada.getByRole('button', { name: 'Put it together' }).click();
  for (const page of [ada, gus]) {
    const first = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'A longer table' });
    await first.getByText('everybody: place 1').waitFor();
  }

  await goOn(ada, 'Next: Poll');
  await expectPhase([ada, gus], 'Poll');
  await choose(gus, 'In the park');
  await ada.getByText('1 of 2 have answered').waitFor();
  await choose(ada, 'In the park');
  await ada.getByRole('button', { name: 'Show the answers' }).click();
  for (const page of [ada, gus]) {
    await page.getByLabel('Answers').getByText('chosen').waitFor();
    await page.getByLabel('Answers').getByText('Ada Host, Gus').waitFor();
  }
  await ada.getByLabel('What was decided?').fill('In the park, **unless** it rains');
  await ada.getByRole('button', { name: 'Keep as decision' }).click();
  await gus.getByText('In the park, unless it rains').waitFor();

  await goOn(ada, 'Next: Kudos');
  await expectPhase([ada, gus], 'Kudos');
  await thank(ada, 'Gus', 'For carrying the table');
  await gus.getByText('1 thank-you, wrapped').waitFor();
  await thank(gus, 'The whole team', 'For listening');
  await ada.getByText('2 thank-yous, wrapped').waitFor();
  await ada.getByRole('button', { name: 'Unwrap one' }).click();
  await ada.getByText('1 thank-you, wrapped').waitFor();
  await ada.getByRole('button', { name: 'Unwrap all' }).click();
  await gus.getByText('For carrying the table', { exact: true }).waitFor();

  await goOn(ada, 'End the meeting');
  for (const page of [ada, gus]) {
    await page.waitForURL(`${address}/outcome`);
    await part(page, 'Rank').getByText('2 people have ranked.').waitFor();
    await part(page, 'Poll').getByText('In the park, unless it rains').waitFor();
    const kudos = part(page, 'Kudos')
      .getByRole('listitem')
      .filter({ hasText: 'For carrying the table' });
    await kudos.getByText('Ada Host').waitFor();
    await part(page, 'Kudos').getByRole('heading', { name: 'The whole team' }).waitFor();
  }
});

async function write(page: Page, cards: readonly string[]): Promise<void> {
  for (const card of cards) {
    await page.getByLabel('New card').fill(card);
    await page.getByLabel('New card').press('Enter');
    await page.getByRole('button', { name: `Card “${card}”` }).waitFor();
  }
}

/** Moves what is not in its place, then says that this order is one’s own. */
async function bringInOrder(page: Page, [first]: readonly [string, string]): Promise<void> {
  const rows = page.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  await rows.first().waitFor();
  if (!(await rows.first().innerText()).includes(first))
    await page.getByRole('button', { name: `“${first}” up` }).click();
  else await page.getByRole('button', { name: 'That is my order' }).click();
  await page.getByText('Your order counts.').waitFor();
}

async function choose(page: Page, option: string): Promise<void> {
  const hand = page.getByRole('region', { name: 'Your hand' });
  await hand.getByRole('radio', { name: option }).check({ force: true });
  await hand.getByText('Take my answer back').waitFor();
}

async function thank(page: Page, whom: string, words: string): Promise<void> {
  const hand = page.getByRole('region', { name: 'Your hand' });
  await hand.getByRole('checkbox', { name: whom }).check({ force: true });
  await hand.getByLabel('What for?').fill(words);
  await hand.getByRole('button', { name: 'Wrap it' }).click();
  await hand.getByLabel('What you have wrapped').getByText(words).waitFor();
}

/** What remains of one phase. */
const part = (page: Page, phase: string): Locator =>
  page.getByRole('region', { name: phase, exact: true });
