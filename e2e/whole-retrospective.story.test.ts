import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  claimServer,
  enterAsGuest,
  expectPhase,
  goOn,
  inviteIntoMeeting,
  joinByMail,
  startMeeting,
} from './stage/acts.ts';
import type { Person } from './stage/browser.ts';
import { takeAlong } from './stage/outcome.ts';
import { overhear } from './stage/overheard.ts';
import {
  addTask,
  cardOn,
  dragOver,
  groupWith,
  moveTo,
  rate,
  takeTurns,
  vote,
  writeCards,
} from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('a team runs a whole retrospective, from sign-up to the mailed outcome', async () => {
  const ada = await stage.person('Ada');
  await claimServer(ada.page, stage.server, 'Ada Owner');
  const team = new URL(ada.page.url()).pathname.split('/')[2] ?? '';
  const meeting = await startMeeting(ada.page, 'Start Stop Continue', 'Come in by the link');

  const mel = await stage.person('Mel');
  const heardByMel = overhear(mel.page);
  await inviteIntoMeeting(ada.page, 'mel@example.org');
  await joinByMail(ada, mel, 'mel@example.org', 'Mel Member');

  const gus = await stage.person('Gus', { phone: true });
  const heardByGus = overhear(gus.page);
  await enterAsGuest(gus.page, meeting, 'Gus Guest');
  const all = [ada.page, mel.page, gus.page];
  await expectPhase(all, 'Icebreaker');

  await ada.page.getByRole('button', { name: '3 here' }).waitFor();
  await ada.page.getByRole('button', { name: 'Draw an order and begin' }).click();
  await takeTurns(all);
  await ada.page.getByLabel('Turns').getByText('Everybody has had a turn.').waitFor();
  await goOn(ada.page, 'Next: Collect');

  await expectPhase(all, 'Collect');
  await writeCards(ada.page, [
    ['Start', 'Pair on reviews twice a week'],
    ['Stop', 'Deploying on Fridays'],
  ]);
  await writeCards(mel.page, [
    ['Start', 'Read each other’s plans early'],
    ['Continue', 'Lunch together on Wednesdays'],
  ]);
  await writeCards(gus.page, [['Stop', 'Meetings without an agenda']]);
  for (const page of all) await page.getByText('2 cards face down').first().waitFor();
  for (const hasHeard of [heardByMel, heardByGus]) {
    expect(hasHeard(/faceDown/)).toBe(true);
    expect(hasHeard(/Pair on reviews/)).toBe(false);
  }
  expect(heardByMel(/Meetings without an agenda/)).toBe(false);
  expect(await ada.page.content()).not.toContain('Lunch together');

  await goOn(ada.page, 'Reveal the cards');
  await expectPhase(all, 'Group');
  for (const page of all) {
    for (const text of ['Pair on reviews', 'Read each other', 'Lunch', 'Friday', 'agenda'])
      await cardOn(page, text).waitFor();
  }
  await moveTo(gus.page, 'Meetings without an agenda', 'Deploying on Fridays');
  await dragOver(ada.page, 'Read each other', 'Pair on reviews');
  await ada.page.mouse.up();
  await rename(ada.page, 'Pair on reviews', 'Reviewing together');
  await rename(mel.page, 'agenda', 'Calmer weeks');
  for (const page of all) {
    await expect.poll(() => groupWith(page, 'Reviewing together').innerText()).toContain('plans');
    await expect.poll(() => groupWith(page, 'Calmer weeks').innerText()).toContain('Fridays');
  }

  await goOn(ada.page, 'Next: Vote');
  await expectPhase(all, 'Vote');
  await vote(ada.page, 'Reviewing together', 3);
  await vote(ada.page, 'Calmer weeks', 2);
  await vote(mel.page, 'Reviewing together', 2);
  await vote(gus.page, 'Lunch together', 1);
  await mel.page.getByText('3 votes left').first().waitFor();
  const someVotes = /"groups","[^"]+","votes"\],\d/;
  for (const hasHeard of [heardByMel, heardByGus]) expect(hasHeard(someVotes)).toBe(false);
  await goOn(ada.page, 'Reveal the votes');

  await expectPhase(all, 'Discuss');
  for (const page of all) await page.getByText('5 votes').first().waitFor();
  for (const hasHeard of [heardByMel, heardByGus]) expect(hasHeard(someVotes)).toBe(true);
  await say(mel.page, 'We could use the first half hour');
  await say(gus.page, 'That helped us a lot');
  await ada.page.getByText('That helped us a lot').waitFor();
  await ada.page.getByLabel('Notes').fill('Tuesdays and Thursdays at ten');
  await expect.poll(() => gus.page.getByLabel('Notes').inputValue()).toContain('at ten');
  const task = { text: 'Book two review hours', owner: 'Mel Member', due: '2031-05-20' };
  await addTask(mel.page, task);
  for (const page of all) await page.getByText('May 20, 2031').waitFor();
  await ada.page.getByRole('button', { name: 'Done, next topic' }).click();
  await mel.page.getByRole('heading', { name: 'Calmer weeks' }).waitFor();

  await goOn(ada.page, 'Next: Wrap-up');
  await expectPhase(all, 'Wrap-up');
  for (const [index, page] of all.entries()) await rate(page, 3 + index);
  await ada.page.getByText('3 ratings face down').waitFor();
  await ada.page.getByRole('button', { name: 'Show the ratings' }).click();
  await ada.page.getByRole('button', { name: 'Show the ratings' }).waitFor({ state: 'hidden' });
  await goOn(ada.page, 'End the meeting');

  for (const page of all) {
    await page.waitForURL(`${meeting}/outcome`);
    await page.getByRole('heading', { name: 'Agreed next steps' }).waitFor();
    await page.getByText('3 people took part').waitFor();
    const outcome = await page.getByRole('main').innerText();
    for (const words of ['Reviewing together', '5 votes', 'at ten', task.text, task.owner])
      expect(outcome).toContain(words);
  }
  for (const [entry, format] of [
    ['Markdown file', 'md'],
    ['CSV for a spreadsheet', 'csv'],
    ['JSON', 'json'],
  ] as const) {
    const { name, text } = await takeAlong(ada.page, entry);
    expect(name).toMatch(new RegExp(`\\.${format}$`));
    for (const words of ['Reviewing together', 'Lunch together', task.text, task.due])
      expect(text, entry).toContain(words);
  }
  await outcomeIsMailed(ada, 'mel@example.org', task.text);
  await seesOnly(gus, team);
});

async function rename(page: Page, card: string, title: string): Promise<void> {
  const heading = groupWith(page, card).getByRole('heading').getByRole('button');
  await heading.click();
  await page.getByLabel('Title of the group').fill(title);
  await page.getByLabel('Title of the group').press('Enter');
  await page.getByRole('button', { name: title, exact: true }).waitFor();
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your comment').fill(words);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('article').filter({ hasText: words }).first().waitFor();
}

async function outcomeIsMailed({ context }: Person, to: string, words: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('/outbox');
  const mail = page.getByRole('link').filter({ hasText: to }).first();
  await mail.click();
  await page.getByRole('article').filter({ hasText: words }).waitFor();
}

/** A guest keeps what remains of the meeting, and nothing else opens for them. */
async function seesOnly({ page }: Person, team: string): Promise<void> {
  for (const path of [`teams/${team}`, `teams/${team}/meetings?status=running`, 'outbox', 'me']) {
    const answer = await page.request.get(`/api/${path}`);
    expect([401, 404], path).toContain(answer.status());
  }
  await page.goto(`/teams/${team}`);
  await page.getByRole('heading', { name: 'Good to see you' }).waitFor();
}
