import type { Locator, Page } from 'playwright-core';

/** What people do in the phases of a retrospective, by what they see on the screen. */

/** Everybody of these, in the order that was drawn, says that their turn is over. */
export async function takeTurns(pages: readonly Page[]): Promise<void> {
  for (let turn = 0; turn < pages.length; turn++) {
    const speaker = await Promise.any(
      pages.map(async (page) => {
        await page.getByText('It is your turn', { exact: true }).waitFor();
        return page;
      }),
    );
    await speaker.getByRole('button', { name: 'I am done' }).click();
    await speaker.getByText('It is your turn', { exact: true }).waitFor({ state: 'hidden' });
  }
}

/** Writes cards into one's hand while a collect phase is open. */
export async function writeCards(
  page: Page,
  cards: readonly (readonly [prompt: string, text: string])[],
): Promise<void> {
  for (const [prompt, text] of cards) {
    await page.getByRole('radio', { name: prompt, exact: true }).check({ force: true });
    const field = page.getByLabel('New card');
    await field.fill(text);
    await field.press('Enter');
    // Empty again: it has been taken.
    await field.and(page.locator(':placeholder-shown')).waitFor();
  }
}

/** A card on the board of the group phase. */
export const cardOn = (page: Page, text: string): Locator =>
  page.locator('[data-card]').filter({ hasText: text });

/** Puts a card with another one without dragging: chosen by tap, the place found by typing. */
export async function moveTo(page: Page, card: string, search: string): Promise<void> {
  await cardOn(page, card).click();
  await page.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('combobox', { name: 'Move the card to' }).fill(search);
  await page.getByRole('option', { name: search }).first().click();
}

/** Takes a card by the mouse and holds it over another; `page.mouse.up()` lets it go. */
export async function dragOver(page: Page, card: string, target: string): Promise<void> {
  const from = await middleOf(cardOn(page, card));
  const to = await middleOf(cardOn(page, target));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

async function middleOf(card: Locator): Promise<{ x: number; y: number }> {
  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  if (!box) throw new Error('the card is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A group as whoever reads the screen finds it: the words of the cards in it. */
export const groupWith = (page: Page, text: string): Locator =>
  page.locator('[data-group]').filter({ hasText: text });

/** The groups of a board by the words of their cards, however they lie. */
export async function groupsOn(page: Page): Promise<string[][]> {
  const groups = await page
    .locator('main [data-group]')
    .evaluateAll((all) =>
      all.map((group) =>
        [...group.querySelectorAll('[data-card] p')].map((words) => words.textContent),
      ),
    );
  return groups.map((group) => group.sort()).sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** Gives this topic so many votes, one press each. */
export async function vote(page: Page, topic: string, votes: number): Promise<void> {
  const group = page.getByRole('group', { name: topic });
  for (let given = 1; given <= votes; given++) {
    await group.getByRole('button', { name: 'Give one vote' }).click();
    await group.getByText(given === 1 ? '1 vote of yours' : `${given} votes of yours`).waitFor();
  }
}

export interface TaskToMake {
  text: string;
  owner: string;
  /** YYYY-MM-DD. */
  due: string;
}

/** Makes a task where the talk is. */
export async function addTask(page: Page, { text, owner, due }: TaskToMake): Promise<void> {
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByLabel('Task', { exact: true }).fill(text);
  await page.getByLabel('Who takes it').selectOption({ label: owner });
  await page.getByLabel('Until', { exact: true }).fill(due);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: text.replaceAll('*', '') })
    .waitFor();
}

/** Rates the meeting from 1 to 5. */
export async function rate(page: Page, points: number): Promise<void> {
  const card = page.getByRole('radio', { name: new RegExp(`^${points}`) });
  await card.check({ force: true });
}
