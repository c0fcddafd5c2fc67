import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Where nobody has said in which zone somebody is. */
export const USUAL_ZONE = 'UTC';

/** The zone of the settings row `settings` of the person `unread.user_id`: of their browser, else of a series of one of their teams. */
export const zoneOf = sql<string>`coalesce(
  settings.zone,
  (select series.zone from series join team_member on team_member.team_id = series.team_id
    where team_member.user_id = unread.user_id order by series.id desc limit 1),
  ${USUAL_ZONE}
)`;

/** When it is over that somebody wants no mails; null: they want them now. */
export async function quietUntil(db: Db, user: string, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ zone: string; from: number; until: number }>`
    select ${zoneOf} as zone, quiet_from as from, quiet_until as until
    from (select ${user}::uuid as user_id) as unread
    join notice_settings as settings on settings.user_id = unread.user_id
    where quiet_from is not null and quiet_until is not null
  `.execute(db);
  const [row] = rows;
  return row ? endOfQuiet(row, now) : null;
}

interface Quiet {
  readonly zone: string;
  /** Minutes of the day; it may go over midnight. */
  readonly from: number;
  readonly until: number;
}

/** @returns null: it is not quiet */
export function endOfQuiet({ zone, from, until }: Quiet, now: Date): Date | null {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const minute = here.hour * 60 + here.minute;
  const isQuiet =
    from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!isQuiet) return null;
  const day = here.toPlainDate().add({ days: minute < until ? 0 : 1 });
  const time = Temporal.PlainTime.from({ hour: Math.floor(until / 60), minute: until % 60 });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}
