import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gather, revealed } from './stage/gather.ts';
import { cardOn, dragOver, groupsOn } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

const CARDS = ['Pairing', 'Loud office', 'Fast builds', 'Good coffee'] as const;

test('two people let go of the same card over different groups: all screens end the same, no card is lost', async () => {
  const gathered = await gather(stage, ['Ben', 'Phoebe'], { Phoebe: { phone: true } });
  const [ada, ben, phoebe] = gathered.everybody.map(({ page }) => page) as [Page, Page, Page];
  await revealed(gathered, [
    ['Start', CARDS[0]],
    ['Stop', CARDS[1]],
    ['Continue', CARDS[2]],
    ['Continue', CARDS[3]],
  ]);

  await dragOver(ada, 'Pairing', 'Loud office');
  await cardOn(ben, 'Pairing').getByText('Ada Host').waitFor();
  await cardOn(phoebe, 'Pairing').getByText('Ada Host').waitFor();
  await dragOver(ben, 'Pairing', 'Fast builds');
  await cardOn(phoebe, 'Pairing')
    .getByText(/Ada Host|Ben/)
    .waitFor();
  await Promise.all([ada.mouse.up(), ben.mouse.up()]);

  const together = [
    ['Fast builds', 'Pairing'],
    ['Loud office', 'Pairing'],
  ];
  for (const page of [ada, ben, phoebe]) {
    await expect.poll(() => groupsOn(page).then((groups) => groups.length)).toBe(3);
    await expect.poll(() => page.getByText(/^(Ada Host|Ben)$/).count()).toBe(0);
  }
  // What a page gets that knows nothing yet is what the server has.
  const fresh = await gathered.guests[0]?.context.newPage();
  if (!fresh) throw new Error('Ben is here');
  await fresh.goto(gathered.address);
  await cardOn(fresh, 'Pairing').waitFor();
  const ended = await groupsOn(fresh);
  expect(ended.flat().sort()).toEqual([...CARDS].sort());
  expect(together).toContainEqual(ended.find((group) => group.length === 2));
  for (const page of [ada, ben, phoebe]) await expect.poll(() => groupsOn(page)).toEqual(ended);
});
