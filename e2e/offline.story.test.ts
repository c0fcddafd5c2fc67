import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, enterAsGuest, expectPhase, goOn, startMeeting } from './stage/acts.ts';
import { compose } from './stage/direct.ts';
import { gather } from './stage/gather.ts';
import { cardOn, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

/** ms. */
const MINUTE = 60_000;

test('a minute without a connection, while the others go on, loses and doubles nothing', async () => {
  const { host, guests, address } = await gather(stage, ['Tim', 'Una', 'Via']);
  const [tim, una, via] = guests.map(({ page }) => page) as [Page, Page, Page];
  await writeCards(tim, [['Start', 'Written before the tunnel']]);
  await host.page.getByText('1 card face down').waitFor();

  const began = Date.now();
  await guests[0]?.context.setOffline(true);
  await writeCards(tim, [
    ['Stop', 'First in the tunnel'],
    ['Continue', 'Second in the tunnel'],
  ]);
  await tim.getByText('2 changes are kept on this device').waitFor();
  await writeCards(una, [['Start', 'Outside of the tunnel']]);
  await goOn(host.page, 'Reveal the cards');
  await cardOn(una, 'Written before the tunnel').waitFor();
  await writeCards(tim, [['Start', 'Third in the tunnel']]);
  await tim.getByText('3 changes are kept on this device').waitFor();

  // Somebody whose tab goes away with what it has not sent finds it again in the next one.
  await guests[2]?.context.setOffline(true);
  await via.getByRole('button', { name: /^Collect/ }).click();
  await writeCards(via, [['Stop', 'Written by a tab that was closed']]);
  await via.getByText('One change is kept on this device').waitFor();
  await via.close();

  // How long it lasts is what this story is about.
  await wait(Math.max(0, began + MINUTE - Date.now()));
  await guests[0]?.context.setOffline(false);
  await tim.reload();
  await guests[2]?.context.setOffline(false);
  const next = await guests[2]?.context.newPage();
  await next?.goto(address);

  const all = ['Written before', 'First in', 'Second in', 'Third in', 'Outside of', 'by a tab'];
  for (const page of [host.page, una, tim, next]) {
    if (!page) throw new Error('Via is here again');
    for (const text of all) await cardOn(page, text).waitFor();
    await expect.poll(() => page.locator('[data-card]').count()).toBe(all.length);
    await expect.poll(() => page.getByText('No connection.').count()).toBe(0);
  }
});

test('words that come too late come back to where they were written, before those written since', async () => {
  const { page: ada } = await stage.person('Ada');
  await claimServer(ada, stage.server, 'Ada Host');
  const items = Array.from({ length: 28 }, (_, n) => ({ id: `i${n}`, title: `Item ${n}` }));
  await compose(ada, 'A long list', [{ kind: 'rank', settings: { items, topics: false } }]);
  const address = await startMeeting(ada, 'A long list', 'Come in by the link');
  const gus = await stage.person('Gus');
  await enterAsGuest(gus.page, address, 'Gus');
  await expectPhase([ada, gus.page], 'Rank');
  await gus.page.getByLabel('One more item').waitFor();

  await gus.context.setOffline(true);
  await addItem(gus.page, 'From the tunnel');
  await gus.page.getByText('One change is kept on this device').waitFor();
  await gus.page.getByLabel('One more item').fill('still writing');
  for (const item of ['One of the last', 'The last']) await addItem(ada, item);
  await gus.context.setOffline(false);
  await gus.page.getByText('30 items are the most').waitFor();
  await ada.getByRole('button', { name: 'Remove “Item 0”' }).click();
  await expect
    .poll(() => gus.page.getByLabel('One more item').inputValue())
    .toBe('From the tunnel still writing');
});

async function addItem(page: Page, item: string): Promise<void> {
  await page.getByLabel('One more item').fill(item);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: item }).first().waitFor();
}
