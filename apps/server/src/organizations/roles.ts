import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tellPlaces, tellTeam } from '../notifications/news/channel.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { noteLeaving } from '../teams/events.ts';
import { lockTeam, promoteWhereNobodyLeads } from '../teams/leads.ts';
import { needOrganization, roleInOrganization, type OrganizationRole } from './access.ts';

/**
 * Gives somebody another role. Owners give and take any; admins none of owners. Throws `last-owner`
 * where nobody would be left who owns.
 */
export async function setOrganizationRole(
  db: Db,
  user: string,
  { organization, person, role }: { organization: string; person: string; role: OrganizationRole },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockPeople(tx, organization);
    const own = await needOrganization(tx, user, organization, 'manage');
    const before = await needPerson(tx, organization, person);
    if (own !== 'owner' && (role === 'owner' || before === 'owner')) throw problem('not-allowed');
    await give(tx, organization, person, role);
    await keepAnOwner(tx, organization);
    const about = { organization, member: person, role };
    await record(tx, { act: 'organization-role-changed', actor: user, about });
  });
}

/** Makes somebody owner in one's own place; whoever gives it away becomes admin. */
export async function transferOwnership(
  db: Db,
  user: string,
  organization: string,
  person: string,
): Promise<void> {
  if (person === user) throw problem('not-allowed');
  await db.transaction().execute(async (tx) => {
    await lockPeople(tx, organization);
    await needOrganization(tx, user, organization, 'own');
    await needPerson(tx, organization, person);
    await give(tx, organization, person, 'owner');
    await give(tx, organization, user, 'admin');
    for (const [member, role] of [
      [person, 'owner'],
      [user, 'admin'],
    ] as const) {
      const about = { organization, member, role };
      await record(tx, { act: 'organization-role-changed', actor: user, about });
    }
  });
}

/**
 * Takes somebody out of an organization and all its teams. Owners and admins anybody but owners, owners
 * anybody, everybody themselves. Where a team has nobody left to lead it, whoever is in it longest does.
 */
export async function removeFromOrganization(
  db: Db,
  user: string,
  organization: string,
  person: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockPeople(tx, organization);
    const may = user === person ? 'read' : 'manage';
    const own = await needOrganization(tx, user, organization, may);
    const before = await needPerson(tx, organization, person);
    if (user !== person && before === 'owner' && own !== 'owner') throw problem('not-allowed');
    const teams = await tx
      .selectFrom('team_member')
      .innerJoin('team', 'team.id', 'team_member.team_id')
      .select('team.id')
      .where('team.organization_id', '=', organization)
      .where('team_member.user_id', '=', person)
      .orderBy('team.id')
      .execute();
    for (const { id: team } of teams) {
      await lockTeam(tx, team);
      await noteLeaving(tx, team, person, user === person ? 'left' : 'removed');
      await tx
        .deleteFrom('team_member')
        .where('team_id', '=', team)
        .where('user_id', '=', person)
        .execute();
      await promoteWhereNobodyLeads(tx, user, team);
      await tellTeam(tx, team);
      if (user !== person)
        await notify(tx, { kind: 'team-removed', to: [person], team, about: { by: user } });
    }
    // Last: whoever leaves does not see the organization's rows any more after this.
    const about = { organization, member: person };
    await record(tx, { act: 'organization-member-removed', actor: user, about });
    await tellPlaces(tx, person);
    const owners = await ownersOf(tx, organization);
    if (before === 'owner' && owners === 1) throw problem('last-owner');
    await tx
      .deleteFrom('organization_member')
      .where('organization_id', '=', organization)
      .where('user_id', '=', person)
      .execute();
  });
}

/** One change of roles at a time, so that two owners cannot step down in the same moment. */
const lockPeople = (tx: Db, organization: string) =>
  tx
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organization)
    .forNoKeyUpdate()
    .execute();

async function needPerson(tx: Db, organization: string, person: string): Promise<OrganizationRole> {
  const role = await roleInOrganization(tx, person, organization);
  if (!role) throw problem('not-found');
  return role;
}

async function give(
  tx: Db,
  organization: string,
  person: string,
  role: OrganizationRole,
): Promise<void> {
  await tellPlaces(tx, person);
  await tx
    .updateTable('organization_member')
    .set({ role: role === 'billing' ? 'member' : role })
    .where('organization_id', '=', organization)
    .where('user_id', '=', person)
    .execute();
  if (role === 'billing') {
    await tx
      .insertInto('organization_billing')
      .values({ organization_id: organization, user_id: person })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await tx
      .deleteFrom('organization_billing')
      .where('organization_id', '=', organization)
      .where('user_id', '=', person)
      .execute();
  }
}

async function ownersOf(tx: Db, organization: string): Promise<number> {
  const { owners } = await tx
    .selectFrom('organization_member')
    .select((e) => e.fn.countAll<string>().as('owners'))
    .where('organization_id', '=', organization)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return Number(owners);
}

async function keepAnOwner(tx: Db, organization: string): Promise<void> {
  if ((await ownersOf(tx, organization)) === 0) throw problem('last-owner');
}
