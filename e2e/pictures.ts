// Plays a meeting and takes pictures of it, into docs/images.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { claimServer, enterAsGuest, goOn, startMeeting } from './stage/acts.ts';
import { newPerson, openBrowser, type Look } from './stage/browser.ts';
import { writeCards } from './stage/phases.ts';
import { startServer } from './stage/server.ts';

const FOLDER = join(import.meta.dirname, '../docs/images');

const CARDS: readonly (readonly (readonly [string, string])[])[] = [
  [
    ['Start', 'Write the release note while the change is still warm.'],
    ['Continue', 'Friday demos. They are the best half hour of my week.'],
  ],
  [
    ['Stop', 'Deploying by hand on Fridays'],
    ['Start', 'Pairing on the reviews nobody wants'],
    ['Continue', 'Saying “I don’t know” out loud'],
  ],
  [
    ['Start', 'Release notes that a customer understands'],
    ['Stop', 'Friday deploys, full stop'],
    ['Continue', 'Demos with real customers'],
  ],
];

const server = await startServer();
const browser = await openBrowser();
await mkdir(FOLDER, { recursive: true });

async function picture(page: Page, name: string): Promise<void> {
  // Fonts are there and nothing moves: people in pictures have asked for little motion.
  await page.waitForFunction('document.fonts.status === "loaded"');
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

try {
  const person = async (look?: Look): Promise<Page> =>
    (await newPerson(browser, server.url, look)).page;
  const ada = await person();
  await ada.setViewportSize({ width: 1360, height: 850 });
  await claimServer(ada, server, 'Ada Morgan');
  await ada.getByRole('link', { name: 'Library' }).click();
  await ada
    .getByRole('heading', { name: 'Start Stop Continue' })
    .or(ada.getByText('Start Stop Continue'))
    .first()
    .waitFor();
  await picture(ada, 'library');
  await ada.getByRole('link', { name: 'Platform' }).click();

  const address = await startMeeting(ada, 'Start Stop Continue', 'Come in by the link');
  const jo = await person({ dark: true });
  await jo.setViewportSize({ width: 1360, height: 850 });
  const kim = await person({ phone: true });
  await enterAsGuest(jo, address, 'Jo Keller');
  await enterAsGuest(kim, address, 'Kim');
  await kim.getByRole('navigation', { name: 'Phases of this meeting' }).waitFor();
  await goOn(ada, /Collect/);
  const people = [ada, jo, kim];
  for (const [index, page] of people.entries()) await writeCards(page, CARDS[index] ?? []);
  await ada.getByLabel('New card').fill('Estimating what nobody will build…');
  await picture(ada, 'collect');
  await picture(jo, 'collect-dark');
  await picture(kim, 'collect-phone');
  await goOn(ada, /Reveal the cards/);
  await ada.getByRole('button', { name: /Suggest groups/ }).click();
  await ada
    .getByText(/suggested/)
    .first()
    .waitFor();
  await picture(ada, 'group');

  // With simulated teammates, so that nobody has to be found for it.
  await ada.goto('/demo/poker');
  await ada.getByText('3 of 4 have picked.').waitFor();
  await picture(ada, 'poker');
} finally {
  await browser.close();
  await server.end();
}
