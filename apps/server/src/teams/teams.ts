import { randomUUIDv7 } from 'node:crypto';
import type { Team } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tellTeam } from '../notifications/news/channel.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { needRoomForTeam } from '../plans/room.ts';
import type { Settings } from '../settings/list.ts';
import { mayJoinAtOnce, needLead, needRole, standingIn, type TeamRole } from './access.ts';
import { noteLeaving } from './events.ts';
import { keepALead, lockTeam } from './leads.ts';
import { condition, needOpen } from './open.ts';

/**
 * A team as this member, or an owner or admin of its organization, may see it; a public one as any
 * colleague may, who does not see who is in it.
 */
export async function readTeam(db: Db, user: string, team: string): Promise<Team> {
  const standing = await standingIn(db, user, team);
  if (!standing && !(await mayJoinAtOnce(db, user, team))) throw problem('not-found');
  const row = await db
    .selectFrom('team')
    .innerJoin('organization', 'organization.id', 'team.organization_id')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .select(['team.id', 'team.name', 'team.guests', 'team.idle_end_days', 'team.language'])
    .select(['team_state.is_public', 'team_state.read_only_from', condition.as('condition')])
    .select(['organization.id as organization_id', 'organization.name as organization_name'])
    .select((of) =>
      of
        .selectFrom('join_request')
        .select('join_request.id')
        .whereRef('join_request.team_id', '=', 'team.id')
        .where('join_request.user_id', '=', user)
        .as('asked'),
    )
    .where('team.id', '=', team)
    .executeTakeFirstOrThrow();
  const members = standing ? await membersOf(db, team) : [];
  return {
    id: row.id,
    name: row.name,
    organization: { id: row.organization_id, name: row.organization_name },
    role: standing?.role ?? null,
    manages: standing?.manages ?? false,
    asked: row.asked,
    condition: row.condition,
    readOnlyFrom: row.read_only_from?.toISOString() ?? null,
    guests: row.guests,
    idleEndDays: row.idle_end_days,
    language: row.language,
    isPublic: row.is_public ?? false,
    members: members.map((member) => ({
      id: member.id,
      name: member.name,
      role: member.role,
      joinedAt: member.joined_at.toISOString(),
      you: member.id === user,
    })),
  };
}

const membersOf = (db: Db, team: string) =>
  db
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.name', 'team_member.role', 'team_member.joined_at'])
    .where('team_member.team_id', '=', team)
    .orderBy('team_member.joined_at')
    .orderBy('user.id')
    .execute();

/** Makes a team; whoever makes it leads it. Any member of the organization may, while its plan allows. */
export async function createTeam(
  db: Db,
  user: string,
  { organization, name, isPublic }: { organization: string; name: string; isPublic: boolean },
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
    if (isPublic) await setPublic(tx, id, true);
    await record(tx, { act: 'team-made', actor: user, about: { team: id } });
    return id;
  });
}

const setPublic = (tx: Db, team: string, isPublic: boolean) =>
  tx
    .insertInto('team_state')
    .values({ team_id: team, is_public: isPublic })
    .onConflict((conflict) => conflict.column('team_id').doUpdateSet({ is_public: isPublic }))
    .execute();

type Changes = Partial<Pick<Team, 'name' | 'guests' | 'idleEndDays' | 'language' | 'isPublic'>>;

/** What only leads may change. */
export async function changeTeam(
  db: Db,
  user: string,
  team: string,
  changes: Changes,
): Promise<Team> {
  await needLead(db, user, team);
  const { idleEndDays, isPublic, ...rest } = changes;
  const values = { ...rest, ...(idleEndDays !== undefined && { idle_end_days: idleEndDays }) };
  await db.transaction().execute(async (tx) => {
    await needOpen(tx, team);
    if (Object.keys(values).length > 0)
      await tx.updateTable('team').set(values).where('id', '=', team).execute();
    if (isPublic !== undefined) await setPublic(tx, team, isPublic);
    await recordChanges(tx, user, team, changes);
    await tellTeam(tx, team);
  });
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

/** Makes somebody lead or ordinary member. Whoever hands a team over makes another lead, then steps down. */
export async function setRole(
  db: Db,
  user: string,
  team: string,
  member: string,
  role: TeamRole,
): Promise<Team> {
  await db.transaction().execute(async (tx) => {
    await needLead(tx, user, team);
    await lockTeam(tx, team);
    await needOpen(tx, team);
    const changed = await tx
      .updateTable('team_member')
      .set({ role })
      .where('team_id', '=', team)
      .where('user_id', '=', member)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw problem('not-found');
    await keepALead(tx, team);
    await tellTeam(tx, team);
    await record(tx, { act: 'role-changed', actor: user, about: { team, member, role } });
    if (role === 'lead' && member !== user)
      await notify(tx, { kind: 'team-lead', to: [member], team, about: { by: user } });
  });
  return readTeam(db, user, team);
}

/**
 * A lead removes anybody, everybody may remove themselves, from archived teams too. The last lead
 * stays while others are there.
 */
export async function removeMember(
  db: Db,
  user: string,
  team: string,
  member: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (user === member) await needRole(tx, user, team);
    else await needLead(tx, user, team);
    await lockTeam(tx, team);
    await noteLeaving(tx, team, member, user === member ? 'left' : 'removed');
    const removed = await tx
      .deleteFrom('team_member')
      .where('team_id', '=', team)
      .where('user_id', '=', member)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw problem('not-found');
    await keepALead(tx, team);
    await tellTeam(tx, team, member);
    await record(tx, { act: 'member-removed', actor: user, about: { team, member } });
    if (user !== member)
      await notify(tx, { kind: 'team-removed', to: [member], team: null, about: { by: user } });
  });
}
