import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gather, revealed } from './stage/gather.ts';
import { cardOn, dragOver, groupsOn } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('a card that is held while others move the board under it lands where its outline says', async () => {
  const gathered = await gather(stage, ['Ben']);
  const [ada, ben] = gathered.everybody.map(({ page }) => page) as [Page, Page];
  await revealed(gathered, [
    ['Start', 'Pairing'],
    ['Stop', 'Loud office'],
    ['Continue', 'Fast builds'],
    ['Continue', 'Good coffee'],
  ]);
  const heights = await Promise.all(
    ['Fast builds', 'Good coffee'].map(async (text) => ({
      text,
      y: (await cardOn(ben, text).boundingBox())?.y ?? 0,
    })),
  );
  const [upper, lower] = heights.sort((a, b) => a.y - b.y).map(({ text }) => text);
  if (upper === undefined || lower === undefined) throw new Error('both cards are there');

  await dragOver(ben, 'Loud office', lower);
  await cardOn(ada, 'Loud office').getByText('Ben').waitFor();
  await dragOver(ada, 'Pairing', upper);
  await ada.mouse.up();
  await expect.poll(() => groupsOn(ben)).toContainEqual([upper, 'Pairing'].sort());
  await ben.mouse.up();
  for (const page of [ada, ben]) {
    await expect.poll(() => groupsOn(page)).toContainEqual([lower, 'Loud office'].sort());
    expect(await groupsOn(page)).toContainEqual([upper, 'Pairing'].sort());
  }
});
