import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../../database/database.ts';
import { sealedId, unsealedId } from '../../sealed-id.ts';
import { needRole } from '../../teams/access.ts';

/**
 * A calendar's link holds its id and a seal of the server's secret over it. So the same link can be
 * shown again, nothing in the database opens a calendar, and a new id makes the old link worthless.
 */
export interface CalendarOf {
  user: string;
  /** Null: all teams of the person. */
  team: string | null;
}

const pathOf = (secret: string, id: string): string =>
  `/calendar/${sealedId(secret, 'calendar', id)}.ics`;

/** The id in a path that this server has sealed; null: anything else. */
export function idIn(secret: string, path: string): string | null {
  const [, token] = /^\/calendar\/([^/]+)\.ics$/.exec(path) ?? [];
  return token === undefined ? null : unsealedId(secret, 'calendar', token);
}

const select = (db: Db, { user, team }: CalendarOf) =>
  db
    .selectFrom('calendar')
    .select('id')
    .where('user_id', '=', user)
    .where('team_id', team === null ? 'is' : '=', team);

/** The path of somebody's calendar; null: they have not asked for one. */
export async function calendarPath(
  db: Db,
  secret: string,
  which: CalendarOf,
): Promise<string | null> {
  if (which.team !== null) await needRole(db, which.user, which.team);
  const row = await select(db, which).executeTakeFirst();
  return row ? pathOf(secret, row.id) : null;
}

/** Makes the calendar, or a new path for it; the old one leads nowhere from now on. */
export async function renewCalendar(db: Db, secret: string, which: CalendarOf): Promise<string> {
  if (which.team !== null) await needRole(db, which.user, which.team);
  const id = randomUUIDv7();
  await db
    .insertInto('calendar')
    .values({ id, user_id: which.user, team_id: which.team })
    .onConflict((conflict) => conflict.columns(['user_id', 'team_id']).doUpdateSet({ id }))
    .execute();
  return pathOf(secret, id);
}

export async function revokeCalendar(db: Db, which: CalendarOf): Promise<void> {
  if (which.team !== null) await needRole(db, which.user, which.team);
  await db.deleteFrom('calendar').where('id', 'in', select(db, which)).execute();
}
