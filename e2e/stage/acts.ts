import type { Page } from 'playwright-core';
import type { Person } from './browser.ts';
import type { Server } from './server.ts';

/** What people do on the way to a meeting, by what they see on the screen. */

export const PASSWORD = 'correct horse battery';

/** Makes the first account of a fresh server, and with it an organization and a team. */
export async function claimServer(page: Page, server: Server, name: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Code from the start').fill(server.code);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.org`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Organization').fill('Acme');
  await page.getByLabel('First team').fill('Platform');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('heading', { name: 'Platform' }).waitFor();
}

export type Guests = 'Stay out' | 'Wait to be let in' | 'Come in by the link';

/** From the team's page through the library into a running meeting. @returns its address */
export async function startMeeting(page: Page, activity: string, guests: Guests): Promise<string> {
  await page.getByRole('link', { name: 'Start a meeting' }).click();
  await page.getByLabel('Find an activity').fill(activity);
  await page
    .getByRole('link', { name: new RegExp(`^${activity}`) })
    .first()
    .click();
  await page.getByLabel('People without an account').selectOption({ label: guests });
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.waitForURL(/\/m\/[A-Za-z0-9]{22}$/);
  await page.getByRole('navigation', { name: 'Phases of this meeting' }).waitFor();
  return page.url();
}

/** Into a meeting by its link, with a name and nothing else. */
export async function enterAsGuest(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join the meeting' }).click();
}

/** The facilitator's next step, with the second tap where one is asked for. */
export async function goOn(page: Page, label: string | RegExp): Promise<void> {
  const banner = page.getByRole('banner');
  const second = banner.getByRole('button', { name: /Go on\?|End it for everyone\?/ });
  for (let tries = 0; tries < 3; tries++) {
    await banner.getByRole('button', { name: label }).click();
    // Not asked when everybody is ready.
    if (!(await second.isVisible())) return;
    const done = await second.click({ timeout: 3_000 }).then(
      () => true,
      // Somebody got ready in between: the question is gone, and the first tap is enough.
      () => false,
    );
    if (done) return;
  }
}

/** Everybody's screen shows this phase. */
export async function expectPhase(pages: readonly Page[], title: string): Promise<void> {
  for (const page of pages) {
    await page.locator('[aria-current="step"]').filter({ hasText: title }).waitFor();
  }
}

/** Sends an invitation from inside a meeting. */
export async function inviteIntoMeeting(page: Page, email: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('Invite by mail').fill(email);
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await page.getByLabel('Messages').getByText('Invitations on their way: 1').waitFor();
  await page.keyboard.press('Escape');
}

/** The owner finds the link in the outbox; the newcomer opens it on their own device and joins. */
export async function joinByMail(
  owner: Person,
  newcomer: Person,
  email: string,
  name: string,
): Promise<void> {
  const outbox = await owner.context.newPage();
  await outbox.goto('/outbox');
  await outbox.getByRole('link').filter({ hasText: email }).first().click();
  const link = await outbox
    .getByRole('article')
    .getByRole('link', { name: /\/join#/ })
    .innerText();
  await outbox.close();
  await newcomer.page.goto(link);
  await newcomer.page.getByLabel('Your name').fill(name);
  await newcomer.page.getByLabel('Password').fill(PASSWORD);
  await newcomer.page.getByRole('button', { name: 'Join', exact: true }).click();
}

/** Ends a meeting in the middle of it. */
export async function endAtOnce(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'End the meeting…' }).click();
  await page.getByRole('switch', { name: 'Yes, end it for everyone' }).click();
  await page.getByRole('button', { name: 'End the meeting', exact: true }).last().click();
  await page.waitForURL(/\/outcome$/);
}
