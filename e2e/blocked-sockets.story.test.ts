import { expect, test } from 'vitest';
import { expectPhase, enterAsGuest, goOn } from './stage/acts.ts';
import { gather } from './stage/gather.ts';
import { cardOn, moveTo, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('behind a proxy that blocks sockets one takes part all the same', async () => {
  const { host, address } = await gather(stage, []);
  const grace = await stage.person('Grace');
  let attempts = 0;
  await grace.page.routeWebSocket(/\/live$/, async (socket) => {
    attempts++;
    await socket.close({ code: 1006 });
  });
  await enterAsGuest(grace.page, address, 'Grace');
  await writeCards(grace.page, [['Start', 'Pairing on Fridays']]);
  await writeCards(host.page, [['Stop', 'Lonely Fridays']]);
  await grace.page.getByText('1 card face down').nth(1).waitFor();
  expect(attempts).toBeGreaterThanOrEqual(1);

  await goOn(host.page, 'Reveal the cards');
  await expectPhase([grace.page, host.page], 'Group');
  await moveTo(grace.page, 'Lonely Fridays', 'Pairing on Fridays');
  await host.page.getByRole('button', { name: /^Group “/ }).waitFor();
  await host.page.getByRole('button', { name: 'Undo', exact: false }).first().click();
  await grace.page.getByRole('button', { name: /^Group “/ }).waitFor({ state: 'hidden' });
  for (const text of ['Pairing on Fridays', 'Lonely Fridays'])
    await cardOn(grace.page, text).waitFor();
  await host.page.getByRole('button', { name: '2 here' }).waitFor();
});
