import { expect, test } from 'vitest';
import { claimServer } from './stage/acts.ts';
import { ask, organizationOf, post, teamOf } from './stage/direct.ts';
import { inviteIntoTeam } from './stage/members.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test(
  'a public team is joined, a private one asked, one is archived and restored',
  { timeout: 120_000 },
  async () => {
    const ada = await stage.person('Ada');
    await claimServer(ada.page, stage.server, 'Ada Host');
    const [ben] = await inviteIntoTeam(stage, ada, ['Ben']);
    if (!ben) throw new Error('one has joined');
    const organization = await organizationOf(ada.page);
    await post(ada.page, 'teams', { organization, name: 'Tunnels' });
    const address = `/organizations/${organization}`;
    await ada.page.goto(address);
    // Spaces are no name: the field itself says so, before anything is sent.
    const name = ada.page.getByLabel('Name of the team');
    await name.fill('   ');
    await ada.page.getByRole('button', { name: 'Make the team' }).click();
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await name.fill('Bridges');
    expect(await name.getAttribute('aria-invalid')).toBe(null);
    await ada.page.getByRole('switch', { name: 'Everybody in the organization may join' }).click();
    // Who clicks twice makes one team all the same.
    await ada.page.getByRole('button', { name: 'Make the team' }).dblclick();
    await ada.page.getByRole('heading', { name: 'Bridges', exact: true }).waitFor();

    // Whoever is not in a public team joins it where they are, whatever of it they have opened.
    const board = `/teams/${teamOf(ada.page)}/tasks`;
    await ben.page.goto(board);
    await ben.page.getByRole('heading', { name: 'Bridges', exact: true }).waitFor();
    await ben.page.getByRole('button', { name: 'Join the team' }).click();
    await ben.page.getByRole('heading', { name: 'Tasks of Bridges' }).waitFor();
    expect(new URL(ben.page.url()).pathname).toBe(board);

    await ben.page.goto(address);
    await ben.page.getByRole('link', { name: 'Bridges' }).waitFor();
    await ben.page.getByRole('button', { name: 'Ask to join Tunnels' }).click();
    await ben.page.getByRole('button', { name: 'Take back your request to join Tunnels' }).click();
    await ben.page.getByRole('button', { name: 'Ask to join Tunnels' }).click();
    await ben.page.getByText('Asked', { exact: true }).waitFor();

    // What is chosen is shown before the server has answered.
    await ada.page.goto(`${address}#settings`);
    const answer = Promise.withResolvers<void>();
    await ada.page.route(`**/api${address}`, async (route) => {
      if (route.request().method() === 'PATCH') await answer.promise;
      await route.continue();
    });
    const mayAsk = ada.page.getByRole('radio', { name: /^May ask/ });
    await mayAsk.click({ force: true });
    await expect.poll(() => mayAsk.isChecked()).toBe(true);
    answer.resolve();
    await ada.page.getByLabel('Messages').getByText('Saved').waitFor();
    await ada.page.getByRole('tab', { name: /^People/ }).click();
    const request = ada.page.getByRole('region', { name: 'They ask to join' });
    await request.getByText('into the team Tunnels').waitFor();
    await request.getByRole('button', { name: 'Let in Ben' }).click();
    await request.waitFor({ state: 'detached' });
    await ben.page.reload();
    await ben.page.getByRole('link', { name: 'Tunnels' }).click();
    await ben.page.getByRole('heading', { name: 'Tunnels' }).waitFor();

    await ada.page.getByRole('tab', { name: /^Teams/ }).click();
    await ada.page.getByRole('link', { name: 'Settings of Tunnels' }).click();
    await ada.page.getByRole('button', { name: 'Archive the team…' }).click();
    await ada.page.getByRole('button', { name: 'Archive the team', exact: true }).click();
    await ada.page.getByText('This team is archived.').waitFor();
    // Where the team is open, it is seen at once.
    await ben.page.getByText('nothing can be changed until a lead restores it').waitFor();
    expect(await ben.page.getByRole('link', { name: 'Start a meeting' }).count()).toBe(0);

    await ada.page.goto(address);
    await ada.page.getByLabel('Which teams').selectOption('Archived');
    await ada.page.getByRole('button', { name: 'Restore Tunnels' }).click();
    await ada.page.getByText('No team here yet').waitFor();
    await ben.page.getByRole('link', { name: 'Start a meeting' }).waitFor();

    // Whoever is removed while they write is told, and keeps what they have written until they look.
    const item = ben.page.getByLabel('New item');
    await item.fill('How deep do we dig?');
    const me = await ask<{ id: string }>(ben.page, 'GET', 'me');
    await ask(ada.page, 'DELETE', `teams/${teamOf(ben.page)}/members/${me.id}`);
    await ben.page.getByText('You are no longer in this team.').waitFor();
    expect(await item.inputValue()).toBe('How deep do we dig?');
    await ben.page.getByRole('button', { name: 'Show it as it is now' }).click();
    await ben.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  },
);
