import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../database/database.ts';
import { USUAL_ZONE } from '../mail/quiet-hours.ts';

/**
 * What a clock on the wall shows in every zone in which somebody is: a table `clock (zone, day, minute)`
 * for queries. Computed here and not by PostgreSQL, as it may not know a zone that browsers know.
 */
export async function clock(db: Db, now: Date): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ zone: string }>`
    select zone from notice_settings where zone is not null
    union select zone from series
  `.execute(db);
  const zones = [...new Set([USUAL_ZONE, ...rows.map(({ zone }) => zone)])];
  const times = zones.map((zone) =>
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone),
  );
  return sql`(select * from unnest(
    ${zones}::text[],
    ${times.map((time) => time.toPlainDate().toString())}::date[],
    ${times.map(({ hour, minute }) => hour * 60 + minute)}::integer[]
  ) as clock (zone, day, minute))`;
}

/** Whether a minute of the day is within the quiet hours of `settings`, which may go over midnight. */
export const isQuiet = (minute: RawBuilder<unknown>) => sql<boolean>`coalesce(
  case when settings.quiet_from <= settings.quiet_until
    then ${minute} >= settings.quiet_from and ${minute} < settings.quiet_until
    else ${minute} >= settings.quiet_from or ${minute} < settings.quiet_until
  end, false)`;
