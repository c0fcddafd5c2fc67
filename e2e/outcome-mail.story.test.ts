import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { mailServer, type Received } from '../apps/server/src/mail/testing/mail-server.ts';
import { claimServer, endAtOnce, startMeeting } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { post, teamOf } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const smtp = await mailServer(0, afterAll);
const stage = setStage({ SMTP_URL: smtp.url });

test('an outcome mail arrives, its links work, and one tap switches such mails off', async () => {
  smtp.received.length = 0;
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  const team = teamOf(page);
  const address = await startMeeting(page, 'Start Stop Continue', 'Stay out');
  await endAtOnce(page);

  const mail = await outcomeMail(1);
  expect(mail).toContain('Agreed next steps');
  const [outcome = '', off = ''] = [
    /^(http\S+\/outcome)\s*$/m,
    /^.*: (http\S+\/unsubscribe#\S+)/m,
  ].map((pattern) => pattern.exec(mail)?.[1]);
  expect(outcome).toBe(`${address}/outcome`);
  await page.goto(outcome);
  await page.getByRole('heading', { name: 'Start Stop Continue', level: 1 }).waitFor();

  // Whoever reads mail elsewhere is not signed in there.
  const elsewhere = await stage.person('Ada at another place');
  await elsewhere.page.goto(off);
  await elsewhere.page.getByRole('heading', { name: 'No more of these mails?' }).waitFor();
  await elsewhere.page.getByRole('button', { name: 'Stop these mails' }).click();
  await elsewhere.page.getByText('Outcomes of meetings: Platform').waitFor();
  await expectAccessible(elsewhere.page, 'these mails are stopped');

  // The settings know of it; what ends now is not mailed.
  await page.goto('/account/notifications');
  const wanted = page.getByRole('switch', { name: 'Outcomes of Platform' });
  expect(await wanted.isChecked()).toBe(false);
  await endAnother(page, team);
  await wanted.check();
  await page.getByLabel('Messages').getByText('Saved').first().waitFor();
  await endAnother(page, team);
  await outcomeMail(2);
});

test('a webhook is made, and the test button tells what comes of it', async () => {
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  const team = teamOf(page);
  await post(page, `teams/${team}/webhooks`, {
    form: 'standard',
    name: 'Gone',
    address: 'https://no-such-host.invalid/',
    events: ['meeting.started'],
  });
  await page.goto(`/teams/${team}/settings`);
  await page.getByText('no-such-host.invalid/').waitFor();
  await page.getByRole('button', { name: 'Test' }).click();
  await page.getByText('It did not arrive: The name of the host is not known.').waitFor();
  await page.getByRole('button', { name: 'Add a chat or webhook' }).click();
  await expectAccessible(page, 'a new chat or webhook');
});

/** The plain text of so many mails about outcomes: the last of them. */
async function outcomeMail(count: number): Promise<string> {
  const outcomes = (): Received[] =>
    smtp.received.filter(({ data }) => /^Subject: Outcome/m.test(data));
  await expect.poll(() => outcomes().length, { timeout: 20_000 }).toBe(count);
  const { data } = outcomes().at(-1) as Received;
  const [, text = ''] =
    /Content-Type: text\/plain[^]*?\r?\n\r?\n([^]*?)\r?\n----_/.exec(data) ?? [];
  return text.replaceAll(/=\r?\n/g, '').replaceAll(/=3D/g, '=');
}

async function endAnother(page: Page, team: string): Promise<void> {
  const back = page.url();
  const made = await post(page, `teams/${team}/meetings`, { activity: 'start-stop-continue' });
  // As the contract has it.
  await page.goto(`/m/${(made as { meeting: string }).meeting}`);
  await endAtOnce(page);
  await page.goto(back);
}
