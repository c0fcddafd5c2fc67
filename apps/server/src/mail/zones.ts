import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { USUAL_ZONE, zoneOf } from './quiet-hours.ts';

/** In which zone each of these people reads dates. @param db one that sees the settings of all of them */
export async function zonesOf(
  db: Db,
  people: readonly string[],
): Promise<(person: string) => string> {
  const { rows } = await sql<{ id: string; zone: string }>`
    select unread.user_id as id, ${zoneOf} as zone
    from unnest(${[...people]}::uuid[]) as unread (user_id)
    left join notice_settings as settings on settings.user_id = unread.user_id
  `.execute(db);
  const zones = new Map(rows.map(({ id, zone }) => [id, zone]));
  return (person) => zones.get(person) ?? USUAL_ZONE;
}

/** Where readers are not known: the zone of the team's newest series. */
export async function zoneOfTeam(db: Db, team: string): Promise<string> {
  const row = await db
    .selectFrom('series')
    .select('zone')
    .where('team_id', '=', team)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.zone ?? USUAL_ZONE;
}
