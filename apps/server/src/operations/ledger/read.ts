import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../database/database.ts';

/** The highest values of some time; each may be of another minute. */
export interface Figures {
  readonly sockets: number;
  /** In a minute. */
  readonly handshakes: number;
  readonly fileDescriptors: number;
  readonly databaseConnections: number;
}

/** What the ledger says of all servers together. Zeros: it knows nothing yet. */
export interface Peak {
  /** What is usual now: the highest of the last four weeks at this weekday and hour, UTC. */
  readonly hour: Figures;
  /** The highest of the last seven days. */
  readonly week: Figures;
  /** The highest of the last four weeks: what limits have to carry. */
  readonly month: Figures;
}

/** The highest of one hour of the week. */
export interface HourOfWeek {
  /** 1: Monday … 7: Sunday, UTC. */
  readonly weekday: number;
  /** 0 … 23, UTC. */
  readonly hour: number;
  /** Of the last four weeks: what is usual. */
  readonly usual: Figures;
  /** Of the last eight. */
  readonly highest: Figures;
}

const NOTHING: Figures = { sockets: 0, handshakes: 0, fileDescriptors: 0, databaseConnections: 0 };
export const NO_PEAK: Peak = { hour: NOTHING, week: NOTHING, month: NOTHING };

/** The peak at a moment. */
export async function readPeak(db: Db, at = new Date()): Promise<Peak> {
  const now = sql`${at}::timestamptz`;
  const week = sql<boolean>`minute > ${now} - interval '7 days'`;
  const sameHour = sql<boolean>`
    extract(isodow from minute at time zone 'UTC') = extract(isodow from ${now} at time zone 'UTC') and
    extract(hour from minute at time zone 'UTC') = extract(hour from ${now} at time zone 'UTC')`;
  const { rows } = await sql<Peak>`
    select ${highest(sameHour)} as "hour", ${highest(week)} as "week", ${highest(sql`true`)} as "month"
    from ${minutesSince(at, 28)}`.execute(db);
  return rows[0] ?? NO_PEAK;
}

/** How many servers there were in the minute of the highest peak of four weeks; 0: nobody knows. */
export async function readServersAtPeak(db: Db, at = new Date()): Promise<number> {
  const { rows } = await sql<{ servers: number }>`
    select count(*)::int as servers from peak
    where minute > ${at}::timestamptz - interval '28 days' and minute <= ${at}::timestamptz
    group by minute order by sum(sockets) desc, 1 desc limit 1`.execute(db);
  return rows[0]?.servers ?? 0;
}

/** Every hour of the week that the ledger knows, Monday first. */
export async function readWeek(db: Db, at = new Date()): Promise<HourOfWeek[]> {
  const lately = sql<boolean>`minute > ${at}::timestamptz - interval '28 days'`;
  const { rows } = await sql<HourOfWeek>`
    select extract(isodow from minute at time zone 'UTC')::int as "weekday",
           extract(hour from minute at time zone 'UTC')::int as "hour",
           ${highest(lately)} as "usual", ${highest(sql`true`)} as "highest"
    from ${minutesSince(at, 56)} group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** Every minute with what all servers had in it together. */
const minutesSince = (at: Date, days: number) => sql`(
  select minute, sum(sockets)::int as sockets, sum(handshakes)::int as handshakes,
         sum(file_descriptors)::int as file_descriptors,
         sum(database_connections)::int as database_connections
  from peak
  where minute > ${at}::timestamptz - make_interval(days => ${days}) and minute <= ${at}::timestamptz
  group by minute
) as together`;

const highest = (where: RawBuilder<unknown>) => sql`jsonb_build_object(
  'sockets', coalesce(max(sockets) filter (where ${where}), 0),
  'handshakes', coalesce(max(handshakes) filter (where ${where}), 0),
  'fileDescriptors', coalesce(max(file_descriptors) filter (where ${where}), 0),
  'databaseConnections', coalesce(max(database_connections) filter (where ${where}), 0))`;
