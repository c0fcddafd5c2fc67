import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { ask } from '../organizations/requests.ts';
import { enterTeam } from './enter.ts';
import { leadsOf } from './leads.ts';
import { needOpen } from './open.ts';

/**
 * Into a team of one's organization: a public one at once, a private one by asking its leads; owners
 * and admins ask like everybody, as a private team's meetings are its members' own.
 * @returns whether they are in it now
 */
export async function joinTeam(db: Db, user: string, team: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // Rows of one's own organizations alone are seen; the application asks all the same.
    const row = await tx
      .selectFrom('team')
      .innerJoin('organization_member as there', (join) =>
        join
          .onRef('there.organization_id', '=', 'team.organization_id')
          .on('there.user_id', '=', user),
      )
      .leftJoin('team_state', 'team_state.team_id', 'team.id')
      .leftJoin('team_member as you', (join) =>
        join.onRef('you.team_id', '=', 'team.id').on('you.user_id', '=', user),
      )
      .select(['team.organization_id', 'team_state.is_public', 'you.user_id as you'])
      .where('team.id', '=', team)
      .executeTakeFirst();
    if (!row) throw problem('not-found');
    if (row.you !== null) return true;
    await needOpen(tx, team);
    if (!row.is_public) {
      await ask(tx, user, { organization: row.organization_id, team });
      return false;
    }
    if (await enterTeam(tx, team, user)) {
      await record(tx, { act: 'team-joined', actor: user, about: { team } });
      const to = (await leadsOf(tx, team)).filter((lead) => lead !== user);
      await notify(tx, { kind: 'team-joined', to, team, about: { by: user } });
    }
    return true;
  });
}
