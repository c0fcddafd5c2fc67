import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, endAtOnce, expectPhase, goOn, startMeeting } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('a ship report goes from the first card to a page, a feed, a mail and what readers say', async () => {
  const { page: ada } = await stage.person('Ada');
  await claimServer(ada, stage.server, 'Ada Host');
  const team = ada.url();

  // Gathered and grouped as in every meeting; then edited together.
  await startMeeting(ada, 'Ship Report', 'Come in by the link');
  await writeCards(ada, [
    ['This week we …', 'Sped up the search by half'],
    ['Next week we will …', 'Move the old servers'],
  ]);
  await goOn(ada, 'Reveal the cards');
  await goOn(ada, 'Next: Find the words');
  await expectPhase([ada], 'Find the words');
  await edit(ada);
  await expectAccessible(ada, 'the report in its meeting');
  await ada.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(ada, 'the report in its meeting, on a phone');
  await ada.setViewportSize({ width: 1280, height: 800 });
  await endAtOnce(ada);

  // The draft: only the team has it. It saves by itself.
  await ada.goto(team);
  await ada.getByRole('link', { name: 'Reports to your readers' }).click();
  await ada.getByText('Draft', { exact: true }).waitFor();
  await ada.getByRole('link', { name: /A quick week/ }).click();
  await ada.getByLabel('Introduction').fill('Hello, this is **our week**.');
  await ada.getByText('Everything is saved').waitFor();
  await ada.getByRole('tab', { name: 'Preview' }).click();
  await ada.getByText('Sped up the search by two thirds').waitFor();
  await ada.getByRole('button', { name: 'Publish…' }).click();
  await ada.getByRole('radio', { name: /^Everybody/ }).check({ force: true });
  await expectAccessible(ada, 'who shall read it');
  await ada.getByRole('button', { name: 'Publish', exact: true }).click();
  const address = await ada.getByLabel('Public page').inputValue();

  // Somebody without an account reads it, subscribes and answers.
  const { page: kim } = await stage.person('Kim', { phone: true });
  await kim.goto(new URL(address).pathname);
  await kim.getByRole('heading', { name: 'A quick week' }).waitFor();
  await kim.getByText('Sped up the search by two thirds').waitFor();
  await kim.getByLabel('Your words').fill('Twice as fast is what I see, too.');
  await kim.getByRole('button', { name: 'Send to the team' }).click();
  await kim.getByRole('heading', { name: 'Thank you' }).waitFor();
  await kim.getByRole('link', { name: 'Back' }).click();
  await kim.getByLabel('Your e-mail address').fill('kim@example.org');
  await kim.getByRole('button', { name: 'Subscribe' }).click();
  await kim.getByRole('heading', { name: 'Almost there' }).waitFor();
  await confirm(ada, kim);
  await expectFeed(kim, address);

  // What was said has arrived; a correction is seen where it was read.
  await ada.reload();
  await ada.getByText('Twice as fast is what I see, too.').waitFor();
  await ada.getByRole('button', { name: 'Correct it' }).click();
  await ada.getByLabel('Line 1').first().fill('Sped up the search twice');
  await ada.getByLabel('What was wrong?').fill('It is even faster');
  await expectAccessible(ada, 'a correction');
  await ada.getByRole('button', { name: 'Publish the correction' }).click();
  await ada.getByRole('heading', { name: 'Corrections' }).waitFor();
  await ada.getByText('It is even faster').waitFor();
  await kim.goto(new URL(address).pathname);
  await kim.getByText(/Corrected on .*: It is even faster/).waitFor();
});

/** Says it better, gives it a title, and moves what is next to the front by keys alone. */
async function edit(page: Page): Promise<void> {
  const line = page.getByRole('listitem').filter({ hasText: 'Sped up the search by half' });
  await line.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel('Line', { exact: true }).fill('Sped up the search by two thirds');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Sped up the search by two thirds').waitFor();
  await page.getByRole('button', { name: 'Edit the title' }).click();
  await page.getByLabel('Title of the report').fill('A quick week');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'A quick week' }).waitFor();
  const added = page.getByLabel('New line').nth(1);
  await added.fill('Rest a little');
  await added.press('Enter');
  const rest = page.getByRole('listitem').filter({ hasText: 'Rest a little' });
  await rest.getByRole('button', { name: /^More for/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  const next = page.getByRole('list', { name: 'Next week we will …' }).getByRole('listitem');
  await next.first().filter({ hasText: 'Rest a little' }).waitFor();
}

/** Without a mail server, the owner hands out what would have been mailed. */
async function confirm(owner: Page, reader: Page): Promise<void> {
  const outbox = await owner.context().newPage();
  await outbox.goto('/outbox');
  await outbox.getByRole('link').filter({ hasText: 'kim@example.org' }).first().click();
  const link = await outbox
    .getByRole('article')
    .getByRole('link', { name: /\/r\/mails\// })
    .innerText();
  await outbox.close();
  await reader.goto(link);
  await expectAccessible(reader, 'the page that asks whether to subscribe');
  await reader.getByRole('button', { name: 'Yes, send them to me' }).click();
  await reader.getByRole('heading', { name: /You will get the next report/ }).waitFor();
}

/** The browser's own parser reads the feed that the page names. */
async function expectFeed(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address).pathname);
  const feed = await page
    .locator('link[rel="alternate"][type="application/atom+xml"]')
    .getAttribute('href');
  const answer = await page.request.get(feed ?? '');
  const found = await page.evaluate(
    (text) => {
      const read = new DOMParser().parseFromString(text, 'application/xml');
      return {
        root: read.documentElement.nodeName,
        titles: [...read.querySelectorAll('entry > title')].map((each) => each.textContent),
      };
    },
    await answer.text(),
  );
  expect(found).toEqual({ root: 'feed', titles: ['#1 A quick week'] });
}
