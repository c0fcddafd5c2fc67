import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimServer, enterAsGuest, goOn, startMeeting } from './stage/acts.ts';
import { newPerson, openBrowser, type Person } from './stage/browser.ts';
import { writeCards } from './stage/phases.ts';
import { startServer, type Server } from './stage/server.ts';

let server: Server;
let browser: Browser;
let host: Person;
let address: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  host = await newPerson(browser, server.url);
  await claimServer(host.page, server, 'Ada Host');
  address = await startMeeting(host.page, 'Start Stop Continue', 'Come in by the link');
  await goOn(host.page, /Collect/);
});
afterAll(async () => {
  await browser.close();
  await server.end();
});

test('sockets blocked: streams and posts do; a tab closed while offline: the next one sends what it kept', async () => {
  const blocked = await newPerson(browser, server.url);
  let attempts = 0;
  await blocked.page.routeWebSocket(/\/live$/, async (route) => {
    attempts++;
    await route.close({ code: 1006 });
  });
  await enterAsGuest(blocked.page, address, 'Grace Guest');
  await writeCards(blocked.page, [['Start', 'Pairing on Fridays']]);
  expect(attempts).toBeGreaterThanOrEqual(2);

  const away = await newPerson(browser, server.url);
  await enterAsGuest(away.page, address, 'Tim Tunnel');
  await away.page.getByLabel('New card').waitFor();
  await away.context.setOffline(true);
  await writeCards(away.page, [
    ['Stop', 'Meetings without an agenda'],
    ['Continue', 'Coffee together'],
  ]);
  await away.page.getByText('2 changes are kept on this device').waitFor();
  await away.page.close();

  await away.context.setOffline(false);
  const back = await away.context.newPage();
  await back.goto(address);
  await back.getByText('Meetings without an agenda').waitFor();

  await goOn(host.page, /Reveal/);
  for (const text of ['Pairing on Fridays', 'Meetings without an agenda', 'Coffee together'])
    await host.page.getByText(text).waitFor();
  for (const { errors } of [host, blocked, away]) expect(errors).toEqual([]);
});
