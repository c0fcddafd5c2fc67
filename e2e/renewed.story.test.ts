import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { endAtOnce, expectPhase, goOn } from './stage/acts.ts';
import { gather } from './stage/gather.ts';
import { makeNextRelease, type Release } from './stage/next-release.ts';
import { setStage } from './stage/stage.ts';

const DIST = join(import.meta.dirname, '../apps/web/dist');

const stage = setStage({}, { isReplaced: true });
let next: Release;

beforeAll(async () => {
  next = await makeNextRelease();
  return next.remove;
});

test('a new release takes over in the midst of a sentence, and nobody notices', async () => {
  const { host, guests } = await gather(stage, ['Ben']);
  const [{ page: ben }] = guests as [(typeof guests)[number]];
  const { page: cem } = await stage.person('Cem');
  await cem.goto('/sign-in');
  await cem.getByLabel('E-mail').waitFor();
  const before = await buildOf(ben);
  expect(before).not.toBe(next.build);

  await ben.getByRole('radio', { name: 'Stop', exact: true }).check({ force: true });
  await ben.getByLabel('New card').pressSequentially('We should talk about the');
  for (const page of [host.page, ben]) await watchNotices(page);
  const told = [host.page, ben].map((page) => hearsOf(page, next.build));
  await stage.server.replace(next.main);
  await Promise.all(told);

  // Screens of the old release that nobody has opened so far still come, from the new server.
  await cem.getByRole('link', { name: /forgot/i }).click();
  await cem.getByRole('heading', { name: /password/i }).waitFor();
  expect(await buildOf(cem)).toBe(before);

  // The sentence goes on where it was, and the meeting with it.
  await ben.getByLabel('New card').pressSequentially(' build times');
  expect(await ben.getByLabel('New card').inputValue()).toBe(
    'We should talk about the build times',
  );
  await ben.getByLabel('New card').press('Enter');
  await ben.getByLabel('New card').and(ben.locator(':placeholder-shown')).waitFor();
  await goOn(host.page, 'Reveal the cards');
  await expectPhase([host.page, ben], 'Group');
  await host.page.getByText('We should talk about the build times').waitFor();
  for (const page of [host.page, ben]) {
    expect(await noticesSeen(page)).toEqual([]);
    expect(await buildOf(page)).toBe(before);
  }

  expect(await draftsOn(ben)).not.toEqual([]);
  await endAtOnce(host.page);
  await ben.waitForURL(/\/outcome$/);
  for (const page of [host.page, ben]) {
    await expect.poll(() => buildOf(page)).toBe(next.build);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await draftsOn(page)).toEqual([]);
  }
});

test('a screen that cannot be fetched any more says so in its place; the rest of the meeting goes on', async () => {
  const { host, guests } = await gather(stage, []);
  expect(guests).toEqual([]);
  const ben = await stage.person('Ben');
  const grouping = await fileOf('packages/phases/group/ui/index.ts');
  await ben.page.route(`**/${grouping}`, (route) => route.fulfill({ status: 404 }));
  await ben.page.route('/release', (route) => route.fulfill({ json: { web: next.build } }));
  await ben.page.goto(host.page.url());
  await ben.page.getByLabel('Your name').fill('Ben');
  await ben.page.getByRole('button', { name: 'Join the meeting' }).click();
  await ben.page.getByLabel('New card').fill('Fewer meetings');
  await ben.page.getByLabel('New card').press('Enter');
  await goOn(host.page, 'Reveal the cards');
  await ben.page.getByText('Rondo has been renewed').waitFor();
  expect(await ben.page.getByRole('navigation', { name: 'Phases of this meeting' }).count()).toBe(
    1,
  );
  await ben.page.unroute(`**/${grouping}`);
  await ben.page.getByRole('button', { name: 'Load again' }).click();
  await ben.page.getByText('Fewer meetings').waitFor();
});

test('a page that lies there loads anew in a pause, but not while something is begun in it', async () => {
  const { page: cem } = await stage.person('Cem');
  await cem.clock.install();
  let asked = 0;
  await cem.route('/release', (route) => {
    asked++;
    return route.fulfill({ json: { web: next.build } });
  });
  let loads = 0;
  cem.on('load', () => loads++);
  const watched = cem.waitForResponse(/\/assets\/watchRelease-/);
  await cem.goto('/sign-in');
  await (await watched).finished();

  await cem.getByLabel('E-mail').fill('cem@');
  await expect
    .poll(async () => {
      await cem.clock.fastForward('30:00');
      return asked;
    })
    .toBeGreaterThan(0);
  await cem.clock.fastForward('05:00');
  // A page that goes asks once more before; its answer would be there before this one.
  await cem.evaluate(() => fetch('/release').then((answer) => answer.text()));
  expect(await cem.getByLabel('E-mail').inputValue()).toBe('cem@');
  expect(loads).toBe(1);

  await cem.getByLabel('E-mail').fill('');
  await cem.clock.fastForward('05:00');
  await expect.poll(() => loads).toBe(2);
});

test('a page too old for the server loads anew once, and asks a person the second time', async () => {
  const { address } = await gather(stage, []);
  const { page: ben, context } = await stage.person('Ben');
  let loads = 0;
  ben.on('load', () => loads++);
  await context.routeWebSocket('**/live', (socket) => {
    socket.onMessage(() => {
      socket.send(JSON.stringify({ t: 'bye', why: 'clientTooOld', afterMs: 0 }));
      void socket.close({ code: 4409 });
    });
  });
  await ben.goto(address);
  await ben.getByLabel('Your name').fill('Ben');
  await ben.getByRole('button', { name: 'Join the meeting' }).click();
  await ben.getByRole('heading', { name: 'Rondo has been renewed' }).waitFor();
  expect(loads).toBe(2);
});

/** The file that a module has become. */
async function fileOf(module: string): Promise<string> {
  const text = await readFile(join(DIST, '.vite/manifest.json'), 'utf8');
  // As Vite writes it.
  const manifest = JSON.parse(text) as Record<string, { file: string }>;
  const [, entry] = Object.entries(manifest).find(([source]) => source.endsWith(module)) ?? [];
  if (!entry) throw new Error(`${module} is no file of its own`);
  return entry.file;
}

const buildOf = (page: Page): Promise<string | null> =>
  page.locator('meta[name="build"]').getAttribute('content');

/** What is kept on this device of what somebody has begun to write. */
const draftsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('rondo.draft.')));

/** Resolves when the page has been told that the server has this build. */
const hearsOf = (page: Page, build: string): Promise<unknown> =>
  page.waitForResponse(
    async (response) =>
      new URL(response.url()).pathname === '/release' && (await response.text()).includes(build),
  );

/** Notes whatever appears between the header and the board, however short. */
async function watchNotices(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = ((window as unknown as { seen: string[] }).seen = []) as string[];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          const text = node.textContent ?? '';
          if (/connection|renewed|updated|load/i.test(text)) seen.push(text);
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Undefined where the page has been loaded anew since. */
const noticesSeen = (page: Page): Promise<string[] | undefined> =>
  page.evaluate(() => (window as unknown as { seen?: string[] }).seen);
