import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { ask, organizationOf, post } from './stage/direct.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage({ RONDO_PLANS: 'on' });

test('the third team on the free plan is refused before anything is lost, from two tabs at once as well', async () => {
  const ada = await stage.person('Ada');
  const { page } = ada;
  await claimServer(page, stage.server, 'Ada Host');
  const other = await ada.context.newPage();
  const address = `/organizations/${await organizationOf(page)}`;

  // One team is there; two tabs make another each, in the same moment.
  const tabs = [
    { tab: page, name: 'Mobile' },
    { tab: other, name: 'Website' },
  ] as const;
  for (const { tab, name } of tabs) {
    await tab.goto(address);
    await tab.getByLabel('Name of the team').fill(name);
  }
  await Promise.all(tabs.map(({ tab }) => make(tab)));
  const outcomes = await Promise.all(tabs.map(({ tab, name }) => outcomeOf(tab, name)));
  expect(outcomes.toSorted()).toEqual(['made', 'refused']);
  const refused = tabs[outcomes.indexOf('refused')];
  if (!refused) throw new Error('nobody was refused');
  const { tab, name } = refused;

  // It says what to do, and keeps what was typed; archiving makes room at once.
  const dialog = tab.getByRole('dialog', { name: 'No room for another team' });
  await dialog.getByRole('link', { name: 'See the plans' }).waitFor();
  await expectAccessible(tab, 'no room for another team');
  await dialog.getByRole('button', { name: 'Archive Platform', exact: true }).click();
  await dialog.getByRole('button', { name: 'Archive Platform?' }).click();
  await tab.getByLabel('Messages').getByText('Platform is archived. There is room now.').waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(await tab.getByLabel('Name of the team').inputValue()).toBe(name);
  await make(tab);
  await tab.getByRole('heading', { name, exact: true }).waitFor();

  // Who comes now is told before they type.
  await other.goto(address);
  await other.getByText('The plan Free allows 2 active teams, and there are 2.').waitFor();
  await other.getByRole('tab', { name: 'Plan' }).click();
  await other.getByText('2 of 2').waitFor();

  // Whoever has more than the plan allows makes room step by step, and is not told too early.
  const plan = `server/plans/${await organizationOf(page)}`;
  await ask(other, 'PUT', plan, { plan: 'team' });
  await post(other, 'teams', { organization: await organizationOf(page), name: 'Third' });
  await ask(other, 'PUT', plan, { plan: null });
  await other.goto(address);
  await other.getByRole('button', { name: 'What you can do' }).click();
  const ways = other.getByRole('dialog', { name: 'No room for another team' });
  await ways.getByRole('button', { name: 'Archive Third', exact: true }).click();
  await ways.getByRole('button', { name: 'Archive Third?' }).click();
  await other.getByLabel('Messages').getByText('Third is archived.', { exact: true }).waitFor();
  await ways.getByText('and there are 2.').waitFor();
});

const make = (tab: Page): Promise<void> =>
  tab.getByRole('button', { name: 'Make the team' }).click();

async function outcomeOf(tab: Page, name: string): Promise<'made' | 'refused'> {
  const made = tab.getByRole('heading', { name, exact: true, level: 1 });
  const refused = tab.getByRole('dialog', { name: 'No room for another team' });
  await made.or(refused).waitFor();
  return (await refused.isVisible()) ? 'refused' : 'made';
}
