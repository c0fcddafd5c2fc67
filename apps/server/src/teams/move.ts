import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tellTeam } from '../notifications/news/channel.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { needOrganization } from '../organizations/access.ts';
import { lockPlan, needRoomForTeam } from '../plans/room.ts';
import { shareReports } from '../search/index-reports.ts';
import type { Settings } from '../settings/list.ts';
import { needLead } from './access.ts';
import { noteEvent } from './events.ts';
import { lockTeam, othersIn } from './leads.ts';

/** How many members of a team are not in that organization yet, and would be. */
export async function newcomersOf(
  db: Db,
  user: string,
  team: string,
  organization: string,
): Promise<number> {
  await needMover(db, user, team, organization);
  return (await newcomers(db, team, organization)).length;
}

/**
 * Moves a team with all that is its own into another organization. Whoever moves it is owner or admin
 * of both; its members become members there. Throws `plan-limit` where that one may have no more.
 * @returns the organization it was in
 */
export async function moveTeam(
  db: Db,
  user: string,
  { team, organization }: { team: string; organization: string },
  settings: Pick<Settings, 'plans'>,
): Promise<{ from: string }> {
  return db.transaction().execute(async (tx) => {
    const from = await needMover(tx, user, team, organization);
    if (from === organization) return { from };
    // First the organization, then the team: the same order wherever both are held.
    const isArchived = async (): Promise<boolean> =>
      (await tx
        .selectFrom('team_state')
        .select('team_id')
        .where('team_id', '=', team)
        .where('archived_at', 'is not', null)
        .executeTakeFirst()) !== undefined;
    await lockPlan(tx, organization);
    await lockTeam(tx, team);
    // Behind the locks: nobody restores it on the way.
    if (!(await isArchived())) await needRoomForTeam(tx, settings, organization);
    const people = await newcomers(tx, team, organization);
    if (people.length > 0) {
      await tx
        .insertInto('organization_member')
        .values(
          people.map((person) => ({
            organization_id: organization,
            user_id: person,
            role: 'member' as const,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const { name: left } = await tx
      .selectFrom('organization')
      .select('name')
      .where('id', '=', from)
      .executeTakeFirstOrThrow();
    const moved = await tx
      .updateTable('team')
      .set({ organization_id: organization })
      .where('id', '=', team)
      .where('organization_id', '=', from)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw problem('conflict');
    await shareReports(tx, team);
    // Those who asked are of the organization it has left.
    await tx.deleteFrom('join_request').where('team_id', '=', team).execute();
    // The notice of a plan that it no longer belongs to.
    await tx
      .updateTable('team_state')
      .set({ read_only_from: null, reminders: 0 })
      .where('team_id', '=', team)
      .execute();
    await tx.deleteFrom('team_kept').where('team_id', '=', team).execute();
    await noteEvent(tx, team, 'moved', left);
    await record(tx, { act: 'team-moved', actor: user, about: { team, from, to: organization } });
    const to = await othersIn(tx, team, user);
    await tellTeam(tx, team);
    await notify(tx, { kind: 'team-moved', to, team, about: { by: user, organization } });
    return { from };
  });
}

/** Owner or admin of both organizations. @returns the one where the team is */
async function needMover(
  db: Db,
  user: string,
  team: string,
  organization: string,
): Promise<string> {
  await needLead(db, user, team);
  const { organization_id: from } = await db
    .selectFrom('team')
    .select('organization_id')
    .where('id', '=', team)
    .executeTakeFirstOrThrow();
  await needOrganization(db, user, from, 'manage');
  await needOrganization(db, user, organization, 'manage');
  return from;
}

async function newcomers(db: Db, team: string, organization: string): Promise<string[]> {
  const rows = await db
    .selectFrom('team_member')
    .select('team_member.user_id')
    .where('team_member.team_id', '=', team)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('organization_member')
            .select('organization_member.user_id')
            .where('organization_member.organization_id', '=', organization)
            .whereRef('organization_member.user_id', '=', 'team_member.user_id'),
        ),
      ),
    )
    .execute();
  return rows.map(({ user_id }) => user_id);
}
