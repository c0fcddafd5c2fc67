import type { Joining, Organization } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { record } from '../operations/audit/record.ts';
import { needOrganization } from './access.ts';
import { requestsFor } from './requests.ts';

/** An organization as one of its people may see it. Throws `not-found`. */
export async function readOrganization(
  db: Db,
  user: string,
  organization: string,
): Promise<Organization> {
  const role = await needOrganization(db, user, organization, 'read');
  const { name, way } = await db
    .selectFrom('organization')
    .leftJoin('organization_joining as joining', 'joining.organization_id', 'organization.id')
    .select(['organization.name', 'joining.way'])
    .where('organization.id', '=', organization)
    .executeTakeFirstOrThrow();
  const { people } = await db
    .selectFrom('organization_member')
    .select((e) => e.fn.countAll<string>().as('people'))
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow();
  const { teams } = await db
    .selectFrom('team')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .select((e) => e.fn.countAll<string>().as('teams'))
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  const { requests } = await requestsFor(db, { user, organization, role })
    .select((e) => e.fn.countAll<string>().as('requests'))
    .executeTakeFirstOrThrow();
  return {
    id: organization,
    name,
    role,
    joining: way ?? 'off',
    people: Number(people),
    teams: Number(teams),
    requests: Number(requests),
  };
}

/** Owners and admins rename it and say how people join. */
export async function changeOrganization(
  db: Db,
  user: string,
  organization: string,
  { name, joining }: { name?: string | undefined; joining?: Joining | undefined },
): Promise<void> {
  await needOrganization(db, user, organization, 'manage');
  const settings = [...(joining ? ['joining'] : []), ...(name === undefined ? [] : ['name'])];
  if (settings.length === 0) return;
  await db.transaction().execute(async (tx) => {
    if (name !== undefined)
      await tx.updateTable('organization').set({ name }).where('id', '=', organization).execute();
    if (joining) {
      await tx
        .insertInto('organization_joining')
        .values({ organization_id: organization, way: joining })
        .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ way: joining }))
        .execute();
    }
    const about = { organization, settings: settings.join(',') };
    await record(tx, { act: 'organization-changed', actor: user, about });
  });
}
