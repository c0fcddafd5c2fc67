import { sql } from 'kysely';
import { conditionOf } from '../teams/open.ts';
import { claimNext, type OccurrenceRow } from './claim.ts';
import { hold, type Ports } from './hold.ts';
import type { SeriesRow } from './row.ts';

/** After a time out of order, what was planned in the last so many ms is made up for; the rest is not. */
const LOOK_BACK = 24 * 3_600_000;
/** Whoever claims a date has so long to make its meeting before another server tries, s. */
const LEASE = 60;
/** How many series one round takes up; the next round is a minute later. */
const MOST = 500;

/**
 * Makes the meetings that are due. Every server may do this at any time: a date is claimed by one, and
 * what that one does not finish is finished by another, with the same ids.
 */
export async function tendSeries(ports: Ports, now = new Date()): Promise<void> {
  for (const occurrence of await abandoned(ports)) {
    await attempt(ports, occurrence.series_id, () => hold(ports, occurrence));
  }
  const due = await ports.db
    .selectFrom('series')
    .selectAll()
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(MOST)
    .execute();
  for (const row of due) await attempt(ports, row.id, () => catchUp(ports, row, now));
}

/** The same for the series behind a link that somebody follows: whoever comes on time need not wait for the next round. */
export async function tendLinked(ports: Ports, key: string, now = new Date()): Promise<void> {
  const row = await ports.db
    .selectFrom('series')
    .selectAll()
    .where('key', '=', key)
    .where('next_at', '<=', now)
    .executeTakeFirst();
  if (row) await attempt(ports, row.id, () => catchUp(ports, row, now));
}

/**
 * Claims every date of a series up to now: those of the last day for a meeting each, older ones as
 * missed; all as skipped where the team is archived or can only be read.
 */
async function catchUp(ports: Ports, first: SeriesRow, now: Date): Promise<void> {
  let row: SeriesRow | undefined = first;
  const isOpen = (await conditionOf(ports.db, first.team_id)) === 'open';
  while (row?.next_at && row.next_at <= now) {
    const isLate = now.getTime() - row.next_at.getTime() > LOOK_BACK;
    const state = isLate ? 'missed' : 'due';
    const occurrence = await claimNext(ports, row, isOpen ? state : 'skipped');
    if (!occurrence) return;
    if (!isOpen) ports.log.info({ series: row.id, at: row.next_at }, 'its team is not open');
    else if (isLate) ports.log.warn({ series: row.id, at: row.next_at }, 'too late for a meeting');
    else await hold(ports, occurrence);
    row = await ports.db
      .selectFrom('series')
      .selectAll()
      .where('id', '=', first.id)
      .executeTakeFirst();
  }
}

/** Dates whose meeting was not made by whoever claimed them; they are ours for as long as the lease. */
const abandoned = ({ db }: Ports): Promise<OccurrenceRow[]> =>
  db
    .updateTable('occurrence')
    .set({ claimed_at: sql<Date>`now()` })
    .where('state', '=', 'due')
    .where(sql<boolean>`claimed_at < now() - make_interval(secs => ${LEASE})`)
    .returningAll()
    .execute();

/** One series that fails must not keep the others from their meetings; it is tried again. */
async function attempt(
  { log }: Ports,
  series: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error, series }, 'a planned meeting could not be made yet');
  }
}
