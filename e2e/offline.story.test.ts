import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goOn } from './stage/acts.ts';
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
