import { randomUUIDv7 } from 'node:crypto';
import type { Team } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { needRoomForTeam } from '../plans/room.ts';
import type { Settings } from '../settings/list.ts';
import { needLead, needRole, type TeamRole } from './access.ts';

/** A team as this member may see it. */
export async function readTeam(db: Db, user: string, team: string): Promise<Team> {
  const role = await needRole(db, user, team);
  const row = await db
    .selectFrom('team')
    .innerJoin('organization', 'organization.id', 'team.organization_id')
    .select(['team.id', 'team.name', 'team.guests', 'team.idle_end_days', 'team.language'])
    .select(['organization.id as organization_id', 'organization.name as organization_name'])
    .where('team.id', '=', team)
    .executeTakeFirstOrThrow();
  const members = await db
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.name', 'team_member.role', 'team_member.joined_at'])
    .where('team_member.team_id', '=', team)
    .orderBy('team_member.joined_at')
    .orderBy('user.id')
    .execute();
  return {
    id: row.id,
    name: row.name,
    organization: { id: row.organization_id, name: row.organization_name },
    role,
    guests: row.guests,
    idleEndDays: row.idle_end_days,
    language: row.language,
    members: members.map((member) => ({
      id: member.id,
      name: member.name,
      role: member.role,
      joinedAt: member.joined_at.toISOString(),
      you: member.id === user,
    })),
  };
}

/** Makes a team; whoever makes it leads it. Any member of the organization may, while its plan allows. */
export async function createTeam(
  db: Db,
  user: string,
  { organization, name }: { organization: string; name: string },
  settings: Pick<Settings, 'plans' | 'idleEndDays'>,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const member = await tx
      .selectFrom('organization_member')
      .select('role')
      .where('organization_id', '=', organization)
      .where('user_id', '=', user)
      .executeTakeFirst();
    if (!member) throw problem('not-found');
    await needRoomForTeam(tx, settings, organization);
    const sibling = await tx
      .selectFrom('team')
      .select('language')
      .where('organization_id', '=', organization)
      .orderBy('created_at')
      .executeTakeFirst();
    const id = randomUUIDv7();
    await tx
      .insertInto('team')
      .values({
        id,
        organization_id: organization,
        name,
        idle_end_days: settings.idleEndDays,
        language: sibling?.language ?? 'en',
      })
      .execute();
    await tx
      .insertInto('team_member')
      .values({ team_id: id, user_id: user, role: 'lead' })
      .execute();
    await record(tx, { act: 'team-made', actor: user, about: { team: id } });
    return id;
  });
}

type Changes = Partial<Pick<Team, 'name' | 'guests' | 'idleEndDays' | 'language'>>;

/** What only a lead may change. */
export async function changeTeam(
  db: Db,
  user: string,
  team: string,
  changes: Changes,
): Promise<Team> {
  await needLead(db, user, team);
  const { idleEndDays, ...rest } = changes;
  const values = { ...rest, ...(idleEndDays !== undefined && { idle_end_days: idleEndDays }) };
  if (Object.keys(values).length > 0) {
    await db.transaction().execute(async (tx) => {
      await tx.updateTable('team').set(values).where('id', '=', team).execute();
      await recordChanges(tx, user, team, changes);
    });
  }
  return readTeam(db, user, team);
}

async function recordChanges(
  tx: Db,
  user: string,
  team: string,
  { guests, ...others }: Changes,
): Promise<void> {
  if (guests !== undefined) {
    await record(tx, { act: 'guest-policy-changed', actor: user, about: { team, guests } });
  }
  const settings = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (settings.length > 0) {
    const about = { team, settings: settings.toSorted().join(',') };
    await record(tx, { act: 'team-changed', actor: user, about });
  }
}

export async function setRole(
  db: Db,
  user: string,
  team: string,
  member: string,
  role: TeamRole,
): Promise<Team> {
  await db.transaction().execute(async (tx) => {
    await needLead(tx, user, team);
    await lockLeads(tx, team);
    const changed = await tx
      .updateTable('team_member')
      .set({ role })
      .where('team_id', '=', team)
      .where('user_id', '=', member)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw problem('not-found');
    await keepALead(tx, team);
    await record(tx, { act: 'role-changed', actor: user, about: { team, member, role } });
  });
  return readTeam(db, user, team);
}

/** A lead removes anybody, everybody may remove themselves. The last lead stays while others are there. */
export async function removeMember(
  db: Db,
  user: string,
  team: string,
  member: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (user === member) await needRole(tx, user, team);
    else await needLead(tx, user, team);
    await lockLeads(tx, team);
    const removed = await tx
      .deleteFrom('team_member')
      .where('team_id', '=', team)
      .where('user_id', '=', member)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw problem('not-found');
    await keepALead(tx, team);
    await record(tx, { act: 'member-removed', actor: user, about: { team, member } });
  });
}

/** One change of roles at a time, so that two leads cannot step down in the same moment. */
const lockLeads = (tx: Db, team: string) =>
  tx.selectFrom('team').select('id').where('id', '=', team).forUpdate().execute();

async function keepALead(tx: Db, team: string): Promise<void> {
  const { members, leads } = await tx
    .selectFrom('team_member')
    .select((e) => [
      e.fn.countAll<string>().as('members'),
      e.fn.countAll<string>().filterWhere('role', '=', 'lead').as('leads'),
    ])
    .where('team_id', '=', team)
    .executeTakeFirstOrThrow();
  if (Number(members) > 0 && Number(leads) === 0) throw problem('last-lead');
}
