import { expect, test } from 'vitest';
import { expectPhase, goOn } from './stage/acts.ts';
import { gather, revealed } from './stage/gather.ts';
import { vote } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

const TOPICS = ['Release notes', 'Deploys by hand', 'Long standups'] as const;
/** Five votes each, by topic; made so that no two sums are the same. */
const VOTES = [
  [3, 2, 0],
  [2, 0, 3],
  [1, 2, 2],
] as const;
const SUMS = [6, 4, 5];

test('the server is killed while people vote and started again: all votes count, once', async () => {
  const gathered = await gather(stage, ['Ben', 'Cem']);
  const { host, everybody } = gathered;
  const pages = everybody.map(({ page }) => page);
  await revealed(gathered, [
    ['Start', TOPICS[0]],
    ['Stop', TOPICS[1]],
    ['Stop', TOPICS[2]],
  ]);
  await goOn(host.page, 'Next: Vote');
  await expectPhase(pages, 'Vote');

  await Promise.all(
    pages.map(async (page, person) => {
      for (const [at, topic] of TOPICS.entries()) {
        // While others click on, and they go on: what they give now is kept on their devices.
        if (person === 1 && at === 1) await stage.server.kill();
        await vote(page, topic, VOTES[person]?.[at] ?? 0);
      }
    }),
  );
  for (const page of pages) await page.getByText('No connection.').waitFor();
  await stage.server.restart();

  for (const page of pages) {
    await page.getByText('Everybody has given all votes.').waitFor();
    await page.getByText('No connection.').waitFor({ state: 'hidden' });
  }
  await goOn(host.page, 'Reveal the votes');
  await expectPhase(pages, 'Discuss');
  for (const [person, page] of pages.entries()) {
    await page.getByRole('button', { name: /^Vote/ }).click();
    for (const [at, topic] of TOPICS.entries()) {
      const result = page.getByRole('article', { name: topic });
      await expect.poll(() => result.innerText()).toContain(`${SUMS[at]} votes`);
      const mine = VOTES[person]?.[at] ?? 0;
      if (mine > 0) expect(await result.innerText()).toContain(`${mine} yours`);
    }
  }
});
