import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer, enterAsGuest, goOn, startMeeting } from './stage/acts.ts';
import { row, takeAlong } from './stage/outcome.ts';
import { overhear } from './stage/overheard.ts';
import { pasteStories, pick, pile, seat } from './stage/poker.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

const TABLE = `title,link,description,acceptance criteria
"Log in with a key, a code or a phone",https://example.org/1,"The ""second factor"", at last","Works on a phone,
and without one"
Export as CSV,https://example.org/2,,
"Undo, everywhere",,,`;

test('three people and a spectator estimate stories; a card is a secret until all are turned over', async () => {
  const { page: ada } = await stage.person('Ada');
  await claimServer(ada, stage.server, 'Ada Host');
  const heardByAda = overhear(ada);
  const address = await startMeeting(ada, 'Sprint Poker', 'Come in by the link');
  const heard = [heardByAda];
  const join = async (name: string): Promise<Page> => {
    const { page } = await stage.person(name);
    if (name !== 'Ben') heard.push(overhear(page));
    await enterAsGuest(page, address, name);
    return page;
  };
  const ben = await join('Ben');
  const cleo = await join('Cleo');
  const vera = await join('Vera');

  await pasteStories(ada, TABLE, 3);
  for (const page of [ada, ben, cleo, vera]) {
    await page.getByRole('article', { name: 'Log in with a key, a code or a phone' }).waitFor();
    await page.getByText('The "second factor", at last').waitFor();
    await page.getByText('and without one').waitFor();
  }
  await vera.getByRole('button', { name: 'Only look on' }).click();
  for (const page of [ada, ben, cleo]) await page.getByText('Looking on: Vera').waitFor();

  // That Ben has picked can be seen, what cannot: nothing changes when he takes another card.
  await pick(ben, '8');
  const table = ada.getByLabel('The table');
  for (const page of [ada, cleo, vera]) await seat(page, 'Ben', 'has picked').waitFor();
  const before = await table.innerHTML();
  await pick(ben, '13');
  await ben.getByLabel('Your comment').fill('I have thought again');
  await ben.getByRole('button', { name: 'Comment', exact: true }).click();
  for (const page of [ada, cleo, vera]) await page.getByText('I have thought again').waitFor();
  expect(await table.innerHTML()).toBe(before);
  await pick(cleo, '3');
  await seat(ada, 'Cleo', 'has picked').waitFor();
  await seat(ada, 'You', 'has not picked yet').waitFor();
  await ada.getByText('2 of 3 have picked.').waitFor();
  for (const hasHeard of heard) expect(hasHeard('"13"')).toBe(false);

  // The last card is there: all are turned over, without anybody's doing.
  await pick(ada, '5');
  for (const page of [ada, ben, cleo, vera]) {
    await pile(page, '3').getByText('lowest').waitFor();
    await pile(page, '13').getByText('highest').waitFor();
    await page.getByText('Far apart.').waitFor();
  }
  await pile(vera, '3').getByText('Cleo').waitFor();
  await pile(vera, '13').getByText('Ben').waitFor();
  expect(heardByAda('"13"')).toBe(true);

  await ada.getByRole('button', { name: 'Vote again' }).click();
  for (const page of [ada, ben, cleo]) {
    await page.getByText('Round 2').waitFor();
    await pick(page, '5');
  }
  await vera.getByText('Everybody agrees.').waitFor();
  await ada.getByRole('button', { name: 'Take 5 and go on' }).click();

  // Somebody who is late has a place at the next story, and the cards wait for a word.
  for (const page of [ben, vera])
    await page.getByRole('article', { name: 'Export as CSV' }).waitFor();
  await ada.getByRole('switch', { name: 'Show when all have picked' }).click();
  const dora = await join('Dora');
  await dora.getByRole('article', { name: 'Export as CSV' }).waitFor();
  await seat(dora, 'Dora', 'has not picked yet')
    .or(seat(dora, 'You', 'has not picked yet'))
    .waitFor();
  await pick(dora, '2');
  for (const [page, value] of [
    [ada, '1'],
    [ben, '2'],
    [cleo, 'Pass'],
  ] as const)
    await pick(page, value);
  await ada.getByText('4 of 4 have picked.').waitFor();
  await dora.getByText('4 of 4 have picked.').waitFor();
  await ada.getByRole('button', { name: 'Show the cards' }).click();
  await pile(dora, '2').getByText('Ben').waitFor();
  await pile(dora, 'Pass').getByText('Cleo').waitFor();
  await ada.getByLabel('Another score').fill('2½');
  await ada.getByRole('button', { name: 'Set', exact: true }).click();
  await dora.getByText('Final score', { exact: true }).waitFor();
  await ada.getByRole('button', { name: 'Go on', exact: true }).click();
  await vera.getByRole('article', { name: 'Undo, everywhere' }).waitFor();

  await goOn(ada, 'Next: Wrap-up');
  await goOn(ada, 'End the meeting');
  for (const page of [ada, dora, vera]) await page.waitForURL(`${address}/outcome`);
  for (const page of [ada, vera]) {
    await row(page, 'Log in with a key').getByText('2 rounds').waitFor();
    expect(await row(page, 'Log in with a key').getByRole('cell').first().innerText()).toMatch(
      /^5/,
    );
    expect(await row(page, 'Export as CSV').getByRole('cell').first().innerText()).toMatch(/^2½/);
    expect(await row(page, 'Undo').getByRole('cell').first().innerText()).toBe('–');
  }
  const { text: csv } = await takeAlong(ada, 'CSV for a spreadsheet');
  const lines = csv.split('\n');
  expect(lines.find((line) => line.includes('"Log in with a key, a code or a phone"'))).toContain(
    '5',
  );
  expect(lines.find((line) => line.includes('Export as CSV'))).toContain('2½');
});
