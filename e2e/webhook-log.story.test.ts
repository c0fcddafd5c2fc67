import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { ask, post, teamOf } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage({ RONDO_WEBHOOKS_PRIVATE: 'on' });

test('what did not arrive at another program stands in its log, with every attempt', async () => {
  let status = 500;
  const program = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void program.close());
  // A server that listens on TCP has such an address.
  const { port } = program.address() as AddressInfo;
  const { page } = await stage.person('Ada');
  await claimServer(page, stage.server, 'Ada Host');
  const team = teamOf(page);
  await post(page, `teams/${team}/webhooks`, {
    form: 'standard',
    name: 'Dashboard',
    address: `http://127.0.0.1:${port}/take`,
    events: ['meeting.started'],
  });
  await post(page, `teams/${team}/meetings`, { activity: 'start-stop-continue', name: 'First' });
  // When it is first tried is up to the server's queue; the page does not look for it by itself.
  const webhooks = () =>
    ask<{ webhooks: { failingSince: string | null }[] }>(page, 'GET', `teams/${team}/webhooks`);
  await expect
    .poll(async () => (await webhooks()).webhooks[0]?.failingSince)
    .toEqual(expect.any(String));

  await page.goto(`/teams/${team}/settings`);
  await page.getByText('does not arrive').waitFor();
  await page.getByRole('button', { name: /Dashboard/ }).click();
  await page.getByRole('menuitem', { name: 'What was sent' }).click();
  await page.getByRole('heading', { name: 'Sent to Dashboard' }).waitFor();
  await page.getByText('is tried again').waitFor();
  await page.getByText(/· 500 ·/).waitFor();
  await expectAccessible(page, 'delivery log');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page, 'delivery log on a phone');

  // The program is mended: nobody waits for the next attempt.
  status = 200;
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('arrived', { exact: true }).waitFor();
});
