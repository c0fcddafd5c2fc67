import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectPhase, PASSWORD } from './stage/acts.ts';
import { press, tabTo, type } from './stage/keyboard.ts';
import { cardOn, groupWith } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('two people hold a whole retrospective with the keyboard alone', async () => {
  const { page: ada } = await stage.person('Ada');
  const { page: gus } = await stage.person('Gus');
  const both = [ada, gus];
  const meeting = await begin(ada);
  await gus.goto(meeting);
  await type(gus, gus.getByLabel('Your name'), 'Gus');
  await gus.keyboard.press('Enter');
  await expectPhase(both, 'Icebreaker');

  await tabTo(ada, ada.getByRole('radio', { name: 'One after another' }));
  await ada.keyboard.press('ArrowRight');
  for (const page of both) {
    await page.getByText('Everybody at once').waitFor();
    await page.keyboard.press('h');
    await page.keyboard.type('A good book');
    await page.keyboard.press('Enter');
  }
  await ada.getByText('2 answers face down').waitFor();
  await press(ada, ada.getByRole('button', { name: 'Turn the answers over' }));
  await gus.getByRole('list', { name: 'Answers' }).getByText('A good book').nth(1).waitFor();

  await goOn(ada, 'Next: Collect');
  await expectPhase(both, 'Collect');
  await ada.keyboard.press('h');
  await ada.keyboard.type('Pair on reviews');
  await ada.keyboard.press('Enter');
  await ada.keyboard.press('Tab');
  await ada.keyboard.press('ArrowRight');
  await ada.keyboard.press('Shift+Tab');
  await ada.keyboard.type('Loud office');
  await ada.keyboard.press('Enter');
  await gus.keyboard.press('h');
  await gus.keyboard.press('Alt+3');
  await gus.keyboard.type('Fast builds');
  await gus.keyboard.press('Enter');
  await gus.keyboard.press('Alt+2');
  await gus.keyboard.type('Noise');
  await gus.keyboard.press('Enter');
  await ada.getByText('2 cards face down').waitFor();
  await press(gus, gus.getByRole('button', { name: 'I’m ready' }));

  await goOn(ada, 'Reveal the cards');
  await expectPhase(both, 'Group');
  await tabTo(gus, gus.locator('[data-card] input').first());
  await goToCard(gus, 'Noise');
  await gus.keyboard.press('m');
  await gus.keyboard.type('loud');
  await gus.keyboard.press('Enter');
  await groupWith(ada, 'Loud office').getByText('Noise', { exact: true }).waitFor();
  await press(ada, groupWith(ada, 'Noise').getByRole('heading').getByRole('button'));
  await ada.keyboard.type('A quieter place');
  await ada.keyboard.press('Enter');
  await gus.getByRole('button', { name: 'A quieter place', exact: true }).waitFor();
  // Gus takes back and does again; the cards that are chosen go together.
  await gus.keyboard.press('Control+z');
  await expect.poll(() => groupWith(ada, 'Noise').innerText()).not.toContain('Loud office');
  await tabTo(gus, cardOn(gus, 'Noise').getByRole('checkbox'), 'Shift+Tab');
  await gus.keyboard.press('m');
  await gus.keyboard.type('quieter');
  await gus.keyboard.press('Enter');
  await groupWith(ada, 'A quieter place').getByText('Noise').waitFor();
  await gus.keyboard.press('?');
  await gus.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await gus.keyboard.press('Escape');

  await goOn(ada, 'Next: Vote');
  await expectPhase(both, 'Vote');
  for (const page of both) {
    const topic = page.getByRole('group', { name: 'A quieter place' });
    await tabTo(page, topic.getByRole('button', { name: 'Give one vote' }));
    await page.keyboard.press('3');
    await page.keyboard.press('-');
    await topic.getByText('2 votes of yours').waitFor();
  }
  await goOn(ada, 'Reveal the votes');
  await expectPhase(both, 'Discuss');
  await gus.getByRole('heading', { name: 'A quieter place' }).waitFor();
  await ada.getByText('4 votes').first().waitFor();
  await type(gus, gus.getByLabel('Your comment'), 'Headphones helped me');
  await gus.keyboard.press('Enter');
  await ada.getByText('Headphones helped me').waitFor();
  await type(ada, ada.getByLabel('Notes'), 'We try a quiet room');
  await expect.poll(() => gus.getByLabel('Notes').inputValue()).toBe('We try a quiet room');
  await press(ada, ada.getByRole('button', { name: 'Add a task' }));
  await ada.keyboard.type('Find a quiet room');
  await ada.keyboard.press('Tab');
  await ada.keyboard.type('Gus');
  await ada.keyboard.press('Tab');
  await ada.keyboard.type('05202031');
  await press(ada, ada.getByRole('button', { name: 'Add', exact: true }));
  await gus.getByText('May 20, 2031').waitFor();
  await press(ada, ada.getByRole('button', { name: 'Done, next topic' }));

  await goOn(ada, 'Next: Wrap-up');
  await expectPhase(both, 'Wrap-up');
  for (const page of both) {
    await page.keyboard.press('h');
    await page.keyboard.press('Space');
  }
  await ada.getByText('2 ratings face down').waitFor();
  await press(ada, ada.getByRole('button', { name: 'Show the ratings' }));
  await goOn(ada, 'End the meeting');
  for (const page of both) await page.waitForURL(`${meeting}/outcome`);
  await press(ada, ada.getByRole('button', { name: 'Take it along' }));
  await ada.locator('[role="menuitem"]:focus').waitFor();
  await ada.keyboard.press('Enter');
  await ada.getByLabel('Messages').getByText('Copied as Markdown').waitFor();
  const copied = await ada.evaluate(() => navigator.clipboard.readText());
  for (const words of ['A quieter place (4 votes)', 'Find a quiet room (Gus, by 2031-05-20)'])
    expect(copied).toContain(words);
});

/** From the first start of a server into a meeting. @returns its address */
async function begin(page: Page): Promise<string> {
  await page.goto('/');
  const field = (label: string): Locator => page.getByLabel(label, { exact: true });
  await type(page, field('Code from the start'), stage.server.code);
  await type(page, field('Your name'), 'Ada');
  await type(page, field('E-mail'), 'ada@example.org');
  await type(page, field('Password'), PASSWORD);
  await type(page, field('Organization'), 'Acme');
  await type(page, field('First team'), 'Platform');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: 'Start a meeting' }));
  await type(page, page.getByLabel('Find an activity'), 'start stop');
  await press(page, page.getByRole('link', { name: /^Start Stop Continue/ }));
  await tabTo(page, page.getByLabel('People without an account'));
  await page.keyboard.type('Come in');
  await press(page, page.getByRole('button', { name: 'Start now' }));
  await expectPhase([page], 'Icebreaker');
  return page.url();
}

/** The next step, and once more where the meeting asks whether to take it. */
async function goOn(page: Page, label: string): Promise<void> {
  await press(page, page.getByRole('banner').getByRole('button', { name: label }));
  const question = page.getByRole('banner').getByRole('button', { name: /\?$/ });
  if (await question.isVisible()) await page.keyboard.press('Enter');
}

/** From one card to the next by arrows, row by row, until it is this one. */
async function goToCard(page: Page, words: string): Promise<void> {
  const wanted = cardOn(page, words).getByRole('checkbox');
  const isThere = (): Promise<boolean> =>
    wanted.evaluate((element) => element === document.activeElement);
  for (const arrow of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown']) {
    if (await isThere()) return;
    await page.keyboard.press(arrow);
  }
  expect(await isThere(), `on the card ${words}`).toBe(true);
}
