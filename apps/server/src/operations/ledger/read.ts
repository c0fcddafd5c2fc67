import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** The highest values of some minute; each may be of another minute. */
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

/** The highest of one hour of the week, in eight weeks. */
export interface HourOfWeek extends Figures {
  /** 1: Monday … 7: Sunday, UTC. */
  readonly weekday: number;
  readonly hour: number;
}

const NOTHING: Figures = { sockets: 0, handshakes: 0, fileDescriptors: 0, databaseConnections: 0 };
export const NO_PEAK: Peak = { hour: NOTHING, week: NOTHING, month: NOTHING };

/** Every minute with what all servers had in it together. */
const MINUTES = sql`(
  select minute, sum(sockets) as sockets, sum(handshakes) as handshakes,
         sum(file_descriptors) as file_descriptors, sum(database_connections) as database_connections
  from peak where minute > now() - interval '8 weeks' group by minute
) as together`;

const HIGHEST = sql`coalesce(max(sockets), 0)::int as "sockets",
  coalesce(max(handshakes), 0)::int as "handshakes",
  coalesce(max(file_descriptors), 0)::int as "fileDescriptors",
  coalesce(max(database_connections), 0)::int as "databaseConnections"`;

const WEEKDAY = sql`extract(isodow from minute at time zone 'UTC')`;
const HOUR = sql`extract(hour from minute at time zone 'UTC')`;

/** The peak at a moment; the ledger is kept eight weeks. */
export async function readPeak(db: Db, at = new Date()): Promise<Peak> {
  const highest = async (condition: ReturnType<typeof sql>): Promise<Figures> => {
    const { rows } =
      await sql<Figures>`select ${HIGHEST} from ${MINUTES} where ${condition}`.execute(db);
    return rows[0] ?? NOTHING;
  };
  const month = sql`minute > ${at}::timestamptz - interval '28 days'`;
  const sameHour = sql`${month} and
    extract(isodow from minute at time zone 'UTC') = extract(isodow from ${at}::timestamptz at time zone 'UTC') and
    extract(hour from minute at time zone 'UTC') = extract(hour from ${at}::timestamptz at time zone 'UTC')`;
  return {
    hour: await highest(sameHour),
    week: await highest(sql`minute > ${at}::timestamptz - interval '7 days'`),
    month: await highest(month),
  };
}

/** The highest of each hour of the week in the last eight weeks; hours without a minute are left out. */
export async function readWeek(db: Db): Promise<HourOfWeek[]> {
  const { rows } = await sql<HourOfWeek>`
    select ${WEEKDAY}::int as weekday, ${HOUR}::int as hour, ${HIGHEST}
    from ${MINUTES} group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
