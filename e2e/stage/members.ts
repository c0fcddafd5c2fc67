import { joinByMail } from './acts.ts';
import type { Person } from './browser.ts';
import type { Stage } from './stage.ts';

/** Invites people into the team on whose page the owner is; each makes an account and joins. */
export async function inviteIntoTeam(
  stage: Stage,
  owner: Person,
  names: readonly string[],
): Promise<readonly Person[]> {
  const { page } = owner;
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByLabel('Invite by mail').fill(names.map(addressOf).join(', '));
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await page
    .getByLabel('Messages')
    .getByText(`Invitations on their way: ${names.length}`)
    .waitFor();
  await page.keyboard.press('Escape');
  const people: Person[] = [];
  for (const name of names) {
    const person = await stage.person(name);
    await joinByMail(owner, person, addressOf(name), name);
    await person.page.getByRole('heading', { name: 'Platform', exact: true }).waitFor();
    people.push(person);
  }
  return people;
}

const addressOf = (name: string): string => `${name.toLowerCase()}@example.org`;
