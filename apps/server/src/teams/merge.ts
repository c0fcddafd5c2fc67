import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { tellTeam } from '../notifications/news/channel.ts';
import { notify } from '../notifications/notify.ts';
import { record } from '../operations/audit/record.ts';
import { moveDocuments } from '../search/move-documents.ts';
import { needLead } from './access.ts';
import { BELONGINGS } from './belongings.ts';
import { moveEvents } from './events.ts';
import { lockTeam, othersIn } from './leads.ts';
import { needOpen } from './open.ts';

/**
 * Puts everything of a team and its members into another of the same organization; the emptied team is
 * deleted. Who led it is an ordinary member there. Meetings that run go on.
 * @param dbForAll whoever manages both need not be in them, and what they wrote moves unread
 */
export async function mergeTeams(
  dbForAll: Db,
  user: string,
  { team, into }: { team: string; into: string },
): Promise<void> {
  if (team === into) throw problem('bad-input');
  await dbForAll.transaction().execute(async (tx) => {
    await needLead(tx, user, team);
    await needLead(tx, user, into);
    // In the same order whichever is merged into which.
    for (const each of [team, into].toSorted()) await lockTeam(tx, each);
    const there = await tx
      .selectFrom('team')
      .select(['id', 'organization_id'])
      .where('id', 'in', [team, into])
      .execute();
    // Two who merge the same ones at once: the second finds one gone.
    if (there.length < 2) throw problem('not-found');
    if (new Set(there.map(({ organization_id }) => organization_id)).size > 1)
      throw problem('bad-input');
    await needOpen(tx, into);
    const newcomers = await othersIn(tx, team, user);
    await moveMembers(tx, team, into);
    await moveReports(tx, team, into);
    await moveBelongings(tx, team, into);
    await moveDocuments(tx, team, into);
    await moveEvents(tx, team, into);
    for (const each of [team, into]) await tellTeam(tx, each);
    await record(tx, { act: 'team-merged', actor: user, about: { team, into } });
    await notify(tx, {
      kind: 'team-merged',
      to: newcomers,
      team: into,
      about: { by: user },
    });
    await tx.deleteFrom('team').where('id', '=', team).execute();
  });
}

async function moveMembers(tx: Db, team: string, into: string): Promise<void> {
  await sql`
    insert into team_member (team_id, user_id, role, joined_at)
    select ${into}, user_id, 'member', joined_at from team_member where team_id = ${team}
    on conflict do nothing`.execute(tx);
  // A team without people, which owners and admins manage from outside, has no lead.
  await sql`
    update team_member set role = 'lead' where team_id = ${into}
      and not exists (select from team_member lead
                      where lead.team_id = ${into} and lead.role = 'lead')
      and user_id in (select user_id from team_member
                      where team_id = ${team} and role = 'lead')`.execute(tx);
}

/** Behind the reports that are there, as no number is given twice. */
async function moveReports(tx: Db, team: string, into: string): Promise<void> {
  await sql`
    update report set team_id = ${into}, number = number
      + coalesce((select next_number - 1 from report_channel where team_id = ${into}), 0)
    where team_id = ${team}`.execute(tx);
  await sql`
    update report_channel set next_number = next_number
      + coalesce((select next_number - 1 from report_channel where team_id = ${team}), 0)
    where team_id = ${into}`.execute(tx);
  await sql`
    update report_channel set team_id = ${into} where team_id = ${team}
      and not exists (select from report_channel there where there.team_id = ${into})`.execute(tx);
}

async function moveBelongings(tx: Db, team: string, into: string): Promise<void> {
  for (const [name, fate] of Object.entries(BELONGINGS)) {
    const table = sql.table(name);
    if (fate === 'moves') {
      await sql`update ${table} set team_id = ${into} where team_id = ${team}`.execute(tx);
    } else if (typeof fate === 'object') {
      const same = sql.join(
        fate.unlessThere.map((column) => sql`there.${sql.ref(column)} = own.${sql.ref(column)}`),
        sql` and `,
      );
      await sql`
        update ${table} own set team_id = ${into} where team_id = ${team}
          and not exists (select from ${table} there where there.team_id = ${into} and ${same})`.execute(
        tx,
      );
    }
  }
}
