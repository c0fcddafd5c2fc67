import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { comparable } from '../apps/server/src/portability/archive/compare.ts';
import { openArchive } from '../apps/server/src/portability/archive/read-zip.ts';
import { claimServer } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { newPerson, openBrowser } from './stage/browser.ts';
import { organizationOf, teamOf } from './stage/direct.ts';
import { startServer } from './stage/server.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();
const PARABOL = join(import.meta.dirname, '../apps/server/src/importers/testing/parabol-retro.csv');

test('a meeting of Parabol comes in, the organization goes out, and is the same on another server', async () => {
  const ada = await stage.person('Ada');
  const { page } = ada;
  await claimServer(page, stage.server, 'Ada Host');
  const team = teamOf(page);
  await bringIn(page, team);
  await page.goto(`/organizations/${await organizationOf(page)}#data`);
  await page.getByText('Nothing yet.').first().waitFor();
  const before = await archived(page);

  // A machine that knows nothing of it, with the same person.
  const other = await startServer();
  onTestFinished(() => other.end());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const there = await newPerson(browser, other.url);
  await claimServer(there.page, other, 'Ada Host');
  await there.page.goto('/account/data');
  await there.page.getByText('You own this server').waitFor();
  await there.page.getByLabel('Export file').setInputFiles({
    name: 'archive.zip',
    mimeType: 'application/zip',
    buffer: before.body,
  });
  await there.page.getByText('Everybody in it is in the organization.').waitFor();
  await expectAccessible(there.page, 'what is in an archive');
  await there.page.getByRole('button', { name: 'Import 1 team' }).click();
  await there.page.getByRole('list', { name: 'Teams that were made' }).getByRole('link').click();
  await there.page.getByRole('heading', { name: 'Platform', level: 1 }).waitFor();
  // As old as where it came from, so it stands before the one of this machine.
  await there.page.goto(`/organizations/${await organizationOf(there.page)}#data`);
  const after = await archived(there.page);
  expect(after.said).toEqual(before.said);
});

/** An export of Parabol becomes a meeting, and looks as it did there. */
async function bringIn(page: Page, team: string): Promise<void> {
  await page.goto(`/teams/${team}/settings`);
  await page.getByRole('link', { name: 'Bring meetings from another tool' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(PARABOL);
  await page.getByText('Rollbacks take an hour').waitFor();
  // What was understood of one file is not kept by the name of the next.
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await page.getByText('This file is empty.').waitFor();
  // It is not sent first.
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'year.csv',
    mimeType: 'text/csv',
    buffer: Buffer.alloc(8_000_001, ','),
  });
  await page.getByText('This file is larger than 8 MB, the most that is taken.').waitFor();
  await page.getByText('Rollbacks take an hour').waitFor({ state: 'hidden' });
  await page.getByLabel('File', { exact: true }).setInputFiles(PARABOL);
  await page.getByText('Rollbacks take an hour').waitFor();
  expect(await page.getByLabel('The file comes from').inputValue()).toBe('parabol-retro');
  await page.getByLabel('Name of the meeting').fill('Retro of February');
  await page.getByRole('button', { name: 'Keep it as a meeting' }).click();
  await page.getByRole('heading', { name: 'Retro of February', level: 1 }).waitFor();
  for (const words of ['Deploys on Friday, "quickly"', 'Two times last month', 'Write the runbook'])
    await page.getByText(words).first().waitFor();
  await expectAccessible(page, 'a meeting of Parabol');
}

/** Has an archive made and fetches it. */
async function archived(page: Page): Promise<{ body: Buffer; said: object }> {
  await page.getByRole('button', { name: 'Make an export file' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Fetch' }).first().click(),
  ]);
  const body = await readFile(await download.path());
  const archive = await openArchive(Readable.from([body]));
  try {
    const files = Object.entries(await comparable(archive));
    // When people joined an organization is that organization's own.
    return { body, said: Object.fromEntries(files.filter(([path]) => path.startsWith('teams/'))) };
  } finally {
    await archive.close();
  }
}
