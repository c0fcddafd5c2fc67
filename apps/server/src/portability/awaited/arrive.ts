import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** Gives somebody who has just come into an organization what an archive says that they were in it. */
export async function arriveInOrganization(
  tx: Db,
  organization: string,
  user: string,
): Promise<void> {
  const { rows } = await sql<{ role: 'admin' | 'member'; billing: boolean; joined_at: Date }>`
    delete from awaited_role
    where organization_id = ${organization} and team_id is null
      and email = (select lower(email) from "user" where id = ${user} and email_verified)
    returning role, billing, joined_at
  `.execute(tx);
  const [awaited] = rows;
  if (!awaited) return;
  const { role, billing, joined_at } = awaited;
  await tx
    .updateTable('organization_member')
    .set({ role, joined_at })
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    // Somebody here has decided otherwise since.
    .where('role', '=', 'member')
    .execute();
  if (billing)
    await tx
      .insertInto('organization_billing')
      .values({ organization_id: organization, user_id: user })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Makes somebody who has just come into a team who they were in it, with their tasks and their meetings. */
export async function arriveInTeam(tx: Db, team: string, user: string): Promise<void> {
  const { rows } = await sql<{ role: 'lead' | 'member'; joined_at: Date }>`
    delete from awaited_role
    where team_id = ${team}
      and email = (select lower(email) from "user" where id = ${user} and email_verified)
    returning role, joined_at
  `.execute(tx);
  const [awaited] = rows;
  if (awaited)
    await tx
      .updateTable('team_member')
      .set(awaited)
      .where('team_id', '=', team)
      .where('user_id', '=', user)
      .execute();
  const places = await sql<{
    task_id: string | null;
    meeting_id: string | null;
    participant: string | null;
  }>`
    delete from awaited_place
    where team_id = ${team}
      and email = (select lower(email) from "user" where id = ${user} and email_verified)
    returning task_id, meeting_id, participant
  `.execute(tx);
  const tasks = places.rows.flatMap(({ task_id }) => task_id ?? []);
  await sql`
    update task set owner_user = ${user} where id = any(${tasks}) and owner_user is null
  `.execute(tx);
  const sat = places.rows.filter(({ meeting_id }) => meeting_id !== null);
  await sql`
    update participant set user_id = ${user}, guest_key = null
    from unnest(${sat.map(({ meeting_id }) => meeting_id)}::text[],
                ${sat.map(({ participant }) => participant)}::text[]) as place (meeting, person)
    where participant.meeting_id = place.meeting and participant.id = place.person
      and participant.user_id is null
      and not exists (select from participant other
                      where other.meeting_id = place.meeting and other.user_id = ${user})
  `.execute(tx);
}
