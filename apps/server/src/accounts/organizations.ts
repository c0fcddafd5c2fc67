import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import type { Language } from './letters.ts';

export interface NewOrganization {
  readonly owner: string;
  readonly name: string;
  readonly team: string;
  readonly language: Language;
  readonly idleEndDays: number;
}

/** Makes an organization with a first team, which its owner leads. */
export async function makeOrganization(
  tx: Db,
  plan: NewOrganization,
): Promise<{ organization: string; team: string }> {
  const { owner, name, team: teamName, language, idleEndDays } = plan;
  const organization = randomUUIDv7();
  const team = randomUUIDv7();
  await tx.insertInto('organization').values({ id: organization, name }).execute();
  await tx
    .insertInto('organization_member')
    .values({ organization_id: organization, user_id: owner, role: 'owner' })
    .execute();
  await tx
    .insertInto('team')
    .values({
      id: team,
      organization_id: organization,
      name: teamName,
      language,
      idle_end_days: idleEndDays,
    })
    .execute();
  await tx
    .insertInto('team_member')
    .values({ team_id: team, user_id: owner, role: 'lead' })
    .execute();
  return { organization, team };
}

/** What the first team of somebody is called who has not said otherwise. */
export function namesAfter(person: string, language: Language): { name: string; team: string } {
  const team = language === 'de' ? `Team von ${person}` : `${person}’s team`;
  return { name: team, team };
}
