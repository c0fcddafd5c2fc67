import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectPhase, goOn } from './stage/acts.ts';
import { gather } from './stage/gather.ts';
import { addTask, writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('a German browser shows a meeting in German, the activity’s words too, beside an English one', async () => {
  const { host, address } = await gather(stage, []);
  const { page: jo } = await stage.person('Jo', { language: 'de' });
  const showLaterWords = await withoutLaterWords(jo);
  await jo.goto(address);
  await jo.getByLabel('Dein Name').fill('Jo');
  await jo.getByRole('button', { name: 'Am Meeting teilnehmen' }).click();
  await expectPhase([jo], 'Sammeln');
  expect(await jo.locator('html').getAttribute('lang')).toBe('de');
  await jo.getByRole('heading', { name: 'Was machen wir ab morgen anders?' }).waitFor();
  await jo.getByRole('radio', { name: 'Aufhören' }).check({ force: true });
  await jo.getByLabel('Neue Karte').fill('Tagesordnung fehlt');
  await jo.getByLabel('Neue Karte').press('Enter');
  await host.page.getByText('1 card face down').waitFor();
  showLaterWords();
  await writeCards(host.page, [['Start', 'An agenda for each meeting']]);

  await goOn(host.page, 'Reveal the cards');
  await expectPhase([jo], 'Gruppieren');
  await expectPhase([host.page], 'Group');
  await goOn(host.page, 'Next: Vote');
  await goOn(host.page, 'Reveal the votes');
  await expectPhase([jo], 'Besprechen');
  await addTask(host.page, { text: 'Write agendas', owner: 'Jo', due: '2031-05-20' });
  await jo.getByText('20.05.2031').waitFor();
  await goOn(host.page, 'Next: Wrap-up');
  await goOn(host.page, 'End the meeting');
  await jo.getByRole('heading', { name: 'Vereinbarte nächste Schritte' }).waitFor();
  await jo.getByText('20.05.2031').first().waitFor();
});

/**
 * Holds back the words that nobody needs before the first card (`lingui.config.ts`): what is on the way to
 * it has to be in words without them.
 * @returns lets them through
 */
async function withoutLaterWords(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/assets/de-*.js', async (route) => {
    const response = await route.fetch();
    const isLater = (await response.text()).includes('Menschen nach der Woche');
    if (isLater) await promise;
    await route.fulfill({ response });
  });
  return resolve;
}
