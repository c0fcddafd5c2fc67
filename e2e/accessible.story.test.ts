import type { Page } from 'playwright-core';
import { test } from 'vitest';
import {
  claimServer,
  enterAsGuest,
  expectPhase,
  goOn,
  inviteIntoMeeting,
  startMeeting,
} from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { addTask, cardOn, moveTo, rate, vote, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('on the way to a meeting and around it, no screen shuts anybody out', async () => {
  const { page } = await stage.person('Ada');
  await page.goto('/');
  await page.getByLabel('Code from the start').waitFor();
  await expectAccessible(page, 'first start');
  await claimServer(page, stage.server, 'Ada Host');
  await expectAccessible(page, 'team without meetings');
  const team = page.url();
  for (const [path, heading] of [
    [`${team}/library`, 'Library'],
    [`${team}/library/sailboat`, 'Sailboat'],
    [`${team}/settings`, 'Platform'],
    ['/account', 'Your account'],
    ['/outbox', 'Outbox'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await expectAccessible(page, path);
  }
  await page.goto(team);
  const address = await startMeeting(page, 'Sailboat', 'Wait to be let in');
  await page.getByRole('banner').getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('heading', { name: 'Bring people in' }).waitFor();
  await expectAccessible(page, 'bringing people in');
  await page.keyboard.press('Escape');
  await inviteIntoMeeting(page, 'mel@example.org');
  await page.goto('/outbox');
  await page.getByRole('link').filter({ hasText: 'mel@example.org' }).click();
  await page.getByRole('link', { name: /\/join#/ }).waitFor();
  await expectAccessible(page, 'a mail');
  const link = await page.getByRole('link', { name: /\/join#/ }).innerText();

  const { page: stranger } = await stage.person('Stranger', { phone: true });
  for (const [path, button] of [
    ['/sign-in', 'Sign in'],
    ['/sign-up', 'Make the account'],
    ['/forgot-password', 'Mail me the link'],
    [link, 'Join'],
    [address, 'Join the meeting'],
  ] as const) {
    await stranger.goto(path);
    await stranger.getByRole('button', { name: button, exact: true }).waitFor();
    await expectAccessible(stranger, path.replace(/#.*/, ''));
  }
  await enterAsGuest(stranger, address, 'Gus');
  await stranger.getByText('lets you in in a moment').waitFor();
  await expectAccessible(stranger, 'the lobby');
  await page.goto(address);
  await page.getByRole('button', { name: /waiting to come in/ }).click();
  await page.getByRole('button', { name: 'Let in' }).waitFor();
  await expectAccessible(page, 'people');
  await page.goto(team);
  await page.getByRole('link', { name: /Sailboat/ }).waitFor();
  await expectAccessible(page, 'team with a running meeting');
});

test('in a meeting no phase shuts anybody out, open or done, on a desk or a phone', async () => {
  const { page: host } = await stage.person('Ada');
  await claimServer(host, stage.server, 'Ada Host');
  const address = await startMeeting(host, 'Start Stop Continue', 'Come in by the link');
  const { page: guest } = await stage.person('Gus', { phone: true });
  await enterAsGuest(guest, address, 'Gus');
  await expectPhase([guest], 'Icebreaker');
  const pages = [host, guest];
  const check = async (screen: string): Promise<void> => {
    await expectAccessible(host, `${screen}, on a desk`);
    await expectAccessible(guest, `${screen}, on a phone`);
  };
  const goTo = async (step: string, phase: string): Promise<void> => {
    await goOn(host, step);
    await expectPhase(pages, phase);
  };

  await check('icebreaker before the turns');
  await host.getByRole('button', { name: 'Draw an order and begin' }).click();
  await host.getByLabel('Turns').getByRole('listitem').first().waitFor();
  await check('icebreaker with turns');

  await goTo('Next: Collect', 'Collect');
  await writeCards(host, [
    ['Start', 'Pairing'],
    ['Stop', 'Loud office'],
  ]);
  await writeCards(guest, [['Continue', '**Fast** builds']]);
  await check('collect');
  await openMenu(host, 'More', 'menu of the meeting');

  await goTo('Reveal the cards', 'Group');
  await moveTo(guest, 'Loud office', 'Pairing');
  await cardOn(host, 'Fast').click();
  await host.getByRole('group', { name: 'Chosen cards' }).waitFor();
  await check('group');
  await host.keyboard.press('m');
  await host.getByRole('combobox', { name: 'Move the card to' }).waitFor();
  await expectAccessible(host, 'moving a card');
  await host.keyboard.press('Escape');
  await host.keyboard.press('?');
  await host.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await expectAccessible(host, 'keyboard shortcuts');
  await host.keyboard.press('Escape');

  await goTo('Next: Vote', 'Vote');
  await vote(host, 'Fast builds', 2);
  await check('vote');

  await goTo('Reveal the votes', 'Discuss');
  await host.getByLabel('Your comment').fill('Since the new machines');
  await host.getByRole('button', { name: 'Comment', exact: true }).click();
  await guest.getByText('Since the new machines').waitFor();
  await host.getByLabel('Notes').fill('Keep the machines');
  await addTask(host, { text: 'Thank the admins', owner: 'Gus', due: '2031-05-20' });
  await host.getByRole('button', { name: '5 min for this' }).click();
  await check('discuss');

  await goTo('Next: Wrap-up', 'Wrap-up');
  await rate(host, 4);
  await check('wrap-up');
  await host.getByRole('button', { name: 'Show the ratings' }).click();
  for (const phase of ['Icebreaker', 'Collect', 'Group', 'Vote', 'Discuss', 'Wrap-up']) {
    for (const page of pages) await look(page, phase);
    await check(`${phase} that is done`);
  }

  await goOn(host, 'End the meeting');
  for (const page of pages)
    await page.getByRole('heading', { name: 'Agreed next steps' }).waitFor();
  await check('outcome');
  await host.getByRole('link', { name: 'Platform' }).click();
  await host.getByRole('heading', { name: 'Past meetings' }).waitFor();
  await expectAccessible(host, 'team with a past meeting');
});

async function look(page: Page, phase: string): Promise<void> {
  const flow = page.getByRole('navigation', { name: 'Phases of this meeting' });
  await flow.getByRole('button', { name: new RegExp(`^${phase}`) }).click();
  await expectPhase([page], phase);
}

async function openMenu(page: Page, name: string, screen: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem').first().waitFor();
  await expectAccessible(page, screen);
  await page.keyboard.press('Escape');
}
