import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { TeamEventKind } from './tables.ts';

/** Writes down what a timeline tells later, in the transaction of the act. @param name of what the act was about */
export async function noteEvent(
  tx: Db,
  team: string,
  kind: Exclude<TeamEventKind, 'joined' | 'left' | 'removed'>,
  name = '',
): Promise<void> {
  await tx
    .insertInto('team_event')
    .values({ id: randomUUIDv7(), team_id: team, kind, name })
    .execute();
}

/** Writes down that a member goes, before their row goes, which alone has said when they came. */
export async function noteLeaving(
  tx: Db,
  team: string,
  member: string,
  kind: 'left' | 'removed',
): Promise<void> {
  await sql`
    insert into team_event (id, team_id, at, kind, user_id, name)
    select told.id, team_member.team_id, coalesce(told.at, team_member.joined_at), told.kind, "user".id, "user".name
    from team_member
    join "user" on "user".id = team_member.user_id
    cross join (values
      (${randomUUIDv7()}::uuid, 'joined', null::timestamptz),
      (${randomUUIDv7()}::uuid, ${kind}, now())
    ) as told (id, kind, at)
    where team_member.team_id = ${team} and team_member.user_id = ${member}`.execute(tx);
}

/** Who has left a team that became part of another is told there; what happened to the emptied team itself is not. */
export async function moveEvents(tx: Db, team: string, into: string): Promise<void> {
  const { name } = await tx
    .selectFrom('team')
    .select('name')
    .where('id', '=', team)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('team_event')
    .set({ team_id: into })
    .where('team_id', '=', team)
    .where('kind', 'in', ['joined', 'left', 'removed', 'merged'])
    .execute();
  await noteEvent(tx, into, 'merged', name);
}
