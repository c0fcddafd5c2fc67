import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tellTeam } from '../notifications/news/channel.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { needRoomForTeam } from '../plans/room.ts';
import type { Settings } from '../settings/list.ts';
import { needLead } from './access.ts';
import { noteEvent } from './events.ts';
import { lockTeam, othersIn } from './leads.ts';

/**
 * Puts a team away: all of it can be read and nothing changed, and it counts for no limit. Meetings
 * that run go on to their end; what is planned does not take place.
 */
export async function archiveTeam(db: Db, user: string, team: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await needLead(tx, user, team);
    await lockTeam(tx, team);
    const archived = await tx
      .insertInto('team_state')
      .values({ team_id: team, archived_at: sql`now()` })
      .onConflict((conflict) =>
        conflict
          .column('team_id')
          .doUpdateSet({ archived_at: sql`now()` })
          .where('team_state.archived_at', 'is', null),
      )
      .executeTakeFirst();
    // It was put away before: nobody is told twice.
    if (archived.numInsertedOrUpdatedRows === 0n) return;
    await noteEvent(tx, team, 'archived');
    await tellTeam(tx, team);
    await record(tx, { act: 'team-archived', actor: user, about: { team } });
    const to = await othersIn(tx, team, user);
    await notify(tx, { kind: 'team-archived', to, team, about: { by: user } });
  });
}

/** Goes on with an archived team. Throws `plan-limit` where its organization may have no more. */
export async function restoreTeam(
  db: Db,
  user: string,
  team: string,
  settings: Pick<Settings, 'plans'>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await needLead(tx, user, team);
    const { organization_id: organization } = await tx
      .selectFrom('team')
      .select('organization_id')
      .where('id', '=', team)
      .executeTakeFirstOrThrow();
    const archived = await tx
      .selectFrom('team_state')
      .select('team_id')
      .where('team_id', '=', team)
      .where('archived_at', 'is not', null)
      .executeTakeFirst();
    if (!archived) return;
    // First the organization, then the team: the same order wherever both are held.
    await needRoomForTeam(tx, settings, organization);
    await lockTeam(tx, team);
    // Moved meanwhile: there is room where it was, perhaps none where it is.
    const isStillThere = await tx
      .selectFrom('team')
      .select('id')
      .where('id', '=', team)
      .where('organization_id', '=', organization)
      .executeTakeFirst();
    if (!isStillThere) throw problem('conflict');
    const restored = await tx
      .updateTable('team_state')
      // Whoever finds room for it also has the right to work in it.
      .set({ archived_at: null, read_only_from: null, reminders: 0 })
      .where('team_id', '=', team)
      .where('archived_at', 'is not', null)
      .executeTakeFirst();
    if (restored.numUpdatedRows === 0n) return;
    await noteEvent(tx, team, 'restored');
    await tellTeam(tx, team);
    await record(tx, { act: 'team-restored', actor: user, about: { team } });
    const to = await othersIn(tx, team, user);
    await notify(tx, { kind: 'team-restored', to, team, about: { by: user } });
  });
}
