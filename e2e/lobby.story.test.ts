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
import { cardOn, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('a guest waits and is let in; the door is locked; people are removed; the role changes hands; an ended meeting goes on', async () => {
  const ada = await stage.person('Ada');
  await claimServer(ada.page, stage.server, 'Ada Host');
  const address = await startMeeting(ada.page, 'Start Stop Continue', 'Wait to be let in');

  const gus = await stage.person('Gus', { phone: true });
  await enterAsGuest(gus.page, address, 'Gus Guest');
  await gus.page.getByText('lets you in in a moment').waitFor();
  await ada.page.getByRole('button', { name: '1 here, 1 waiting to come in' }).click();
  await ada.page.getByRole('button', { name: 'Let in' }).click();
  await expectPhase([gus.page], 'Icebreaker');
  await ada.page.keyboard.press('Escape');
  await ada.page.getByRole('button', { name: '2 here' }).waitFor();

  await choose(ada.page, 'More', 'Lock for newcomers');
  const late = await stage.person('Late');
  await enterAsGuest(late.page, address, 'Late Guest');
  await late.page.getByText('This meeting is locked').waitFor();
  await choose(ada.page, 'More', 'Unlock for newcomers');
  await late.page.getByRole('button', { name: 'Load again' }).click();
  await ada.page.getByRole('button', { name: '2 here, 1 waiting to come in' }).click();
  await ada.page.getByRole('button', { name: 'Turn away' }).click();
  await ada.page.getByRole('button', { name: 'Turn away?' }).click();
  await late.page.getByText('You are no longer in this meeting').waitFor();

  await choose(ada.page, 'More about Gus Guest', 'Remove from the meeting');
  await ada.page.getByRole('button', { name: 'Really remove?' }).click();
  await gus.page.getByText('You are no longer in this meeting').waitFor();
  await ada.page.keyboard.press('Escape');

  const mel = await stage.person('Mel');
  await inviteIntoMeeting(ada.page, 'mel@example.org');
  await joinByMail(ada, mel, 'mel@example.org', 'Mel Member');
  await expectPhase([mel.page], 'Icebreaker');
  await ada.page.getByRole('button', { name: '2 here' }).click();
  await choose(ada.page, 'More about Mel Member', 'Hand over facilitating');
  await ada.page.keyboard.press('Escape');
  await ada.page.getByRole('button', { name: 'I’m ready' }).click();
  await goOn(mel.page, 'Next: Collect');
  await writeCards(mel.page, [['Start', 'Said before the end']]);

  // The team's lead takes the role at any time, another member once the facilitator has left.
  await takeRole(ada.page);
  await mel.page.getByRole('button', { name: 'I’m ready' }).waitFor();
  await mel.page.getByRole('button', { name: '2 here' }).click();
  await mel.page.getByRole('heading', { name: 'People' }).waitFor();
  expect(await mel.page.getByRole('button', { name: 'Facilitate this meeting' }).count()).toBe(0);
  await mel.page.keyboard.press('Escape');
  await ada.page.goto('/');
  await mel.page.getByRole('button', { name: '1 here' }).waitFor();
  await takeRole(mel.page);
  await goOn(mel.page, 'Reveal the cards');
  await expectPhase([mel.page], 'Group');

  await choose(mel.page, 'More', 'End the meeting…');
  await mel.page.getByRole('switch', { name: 'Yes, end it for everyone' }).click();
  await mel.page.getByRole('button', { name: 'End the meeting', exact: true }).last().click();
  await mel.page.waitForURL(`${address}/outcome`);
  await mel.page.getByText('Said before the end').first().waitFor();
  await mel.page.getByRole('button', { name: 'Open again…' }).click();
  await mel.page.getByRole('button', { name: 'Open it again' }).click();
  await mel.page.waitForURL(address);
  await cardOn(mel.page, 'Said before the end').waitFor();
  await goOn(mel.page, 'Next: Vote');
  await expectPhase([mel.page], 'Vote');
});

async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function takeRole(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: / here/ }).click();
  await page.getByRole('button', { name: 'Facilitate this meeting' }).click();
  await page.getByRole('button', { name: 'Take over from the facilitator?' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^(Next|Reveal)/ }).waitFor();
}
