import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { expectAccessible, expectFits } from './stage/axe.ts';
import { fillBetween, publish } from './stage/between.ts';
import type { Person } from './stage/browser.ts';
import { teamOf } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage({ RONDO_PLANS: 'on' });
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const PARABOL = join(import.meta.dirname, '../apps/server/src/importers/testing/parabol-retro.csv');

/** A screen and what is read there once it is complete: in English, and in German where that differs. */
type Stop = readonly [path: string, english: string, german?: string];

test(
  'between meetings no screen shuts anybody out, in English on a desk and in German on a phone',
  { timeout: 420_000 },
  async () => {
    const ada = await stage.person('Ada');
    const { page } = ada;
    await claimServer(page, stage.server, 'Ada Host');
    const team = teamOf(page);
    const both = [page, await inGerman('Ada in German', ada)] as const;
    await expectAllAccessible(both, [
      ['/', 'All quiet', 'Alles ruhig'],
      ['/tasks', 'My tasks', 'Meine Aufgaben'],
      ['/notifications', 'Notifications', 'Mitteilungen'],
      ['/server/metrics', 'Nothing is counted yet', 'Noch ist nichts gezählt'],
      [`/teams/${team}/tasks`, 'No tasks yet', 'Noch keine Aufgaben'],
      [`/teams/${team}/reports`, 'No reports yet', 'Noch keine Berichte'],
    ]);
    await page.goto(`/teams/${team}`);
    const there = await fillBetween(stage, page, team);
    const { organization, archived, noticed, report } = there;
    await expectAllAccessible(both, [
      ['/', 'Needs you', 'Braucht dich'],
      [`/teams/${team}`, 'Daily Standup'],
      [`/teams/${team}/timeline`, 'Ben'],
      ['/search?words=invoice', 'Send the invoice'],
      ['/search?words=walrus', 'Nothing found', 'Nichts gefunden'],
      [`/teams/${team}/tasks?task=${there.task}`, 'Shall I help'],
      ['/tasks', 'Write the runbook'],
      ['/notifications', 'Ben'],
      ['/account/notifications', 'Platform'],
      ['/account/data', 'You own this server', 'Dir gehört dieser Server'],
      ['/organizations', 'Your organizations', 'Deine Organisationen'],
      [`/organizations/${organization}`, 'Tunnels'],
      [`/organizations/${organization}#people`, 'They ask to join', 'Sie bitten um Beitritt'],
      [`/organizations/${organization}#plan`, 'Enterprise'],
      [`/organizations/${organization}#metrics`, 'Weekly meetings', 'Meetings der Woche'],
      [`/organizations/${organization}#data`, 'Nothing yet.', 'Noch nichts'],
      [`/organizations/${organization}#settings`, 'Domains'],
      [`/teams/${team}/settings`, 'no-such-host.invalid/'],
      [`/teams/${archived}`, 'This team is archived', 'Dieses Team ist archiviert'],
      [`/teams/${archived}/tasks`, 'Dust the attic'],
      [`/teams/${archived}/settings`, 'This team is archived', 'Dieses Team ist archiviert'],
      [`/teams/${noticed}`, 'this team can only be read', 'nur noch'],
      ['/server#plans', 'Acme'],
      ['/server/metrics', 'Weekly meetings', 'Meetings der Woche'],
      [`/teams/${team}/reports`, 'Draft', 'Entwurf'],
      [`/reports/${report}`, 'Publish…', 'Veröffentlichen …'],
    ]);
    await each(both, async (seen) => {
      await seen.goto(`/teams/${team}/import`);
      await seen.locator('input[type=file]').setInputFiles(PARABOL);
      await seen.getByText('Rollbacks take an hour').waitFor();
    });
    await expectBothAccessible(both, 'a file of another tool');
    const publicPage = await publish(page, report);
    await expectAllAccessible(both, [
      [`/reports/${report}`, 'Correct it', 'Berichtigen'],
      [publicPage, 'Sped up the search'],
      [there.unsubscribe, 'No more of these mails?', 'Keine solchen Mails mehr?'],
    ]);
    const asBen = [there.ben.page, await inGerman('Ben in German', there.ben)] as const;
    await expectAllAccessible(asBen, [
      ['/', 'Daily Standup'],
      [`/organizations/${organization}`, 'Tunnels'],
      [`/teams/${team}/settings`, 'Ada Host'],
    ]);
  },
);

/** The same person at a device that speaks German. */
async function inGerman(name: string, { context }: Person): Promise<Page> {
  const german = await stage.person(name, { language: 'de' });
  await german.context.addCookies(await context.cookies());
  await german.page.goto('/');
  await expect.poll(() => german.page.locator('html').getAttribute('lang')).toBe('de');
  return german.page;
}

type Both = readonly [english: Page, german: Page];

const each = async (both: Both, act: (page: Page) => Promise<void>): Promise<void> => {
  await Promise.all(both.map(act));
};

/** Each in turn, by both. */
async function expectAllAccessible(both: Both, stops: readonly Stop[]): Promise<void> {
  for (const [path, english, german = english] of stops) {
    const words = [english, german];
    await Promise.all(
      both.map(async (page, language) => {
        await page.goto(path);
        await page
          .getByText(words[language] ?? '')
          .locator('visible=true')
          .first()
          .waitFor();
      }),
    );
    await expectBothAccessible(both, path);
  }
}

async function expectBothAccessible([english, german]: Both, screen: string): Promise<void> {
  await Promise.all([
    narrowed(english, () => expectFits(english, `${screen}, in English on a phone`)).then(() =>
      expectAccessible(english, `${screen}, in English on a desk`),
    ),
    narrowed(german, () => expectAccessible(german, `${screen}, in German on a phone`)).then(() =>
      expectFits(german, `${screen}, in German on a desk`),
    ),
  ]);
}

async function narrowed(page: Page, look: () => Promise<void>): Promise<void> {
  await page.setViewportSize(PHONE);
  await look();
  await page.setViewportSize(DESK);
}
