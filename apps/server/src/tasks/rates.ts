import type { PromisePeriod } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { needRole } from '../teams/access.ts';

/** From so many tasks on shares are told: of fewer, they would speak of persons. */
const FEWEST = 5;
/** So many weeks or months, the present one included. */
const PERIODS = 12;

interface Counts {
  promised: number;
  done: number;
  dropped: number;
  /** Of how many the answers are known, and those. */
  answered: number;
  yes: number;
  no: number;
}

type Rates = Omit<PromisePeriod, 'from'>;

/** Counts and shares of promises; shares only where there are enough of them. */
export const ratesOf = ({ promised, done, dropped, answered, yes, no }: Counts): Rates => ({
  promised,
  done,
  dropped,
  kept: promised < FEWEST ? null : done / promised,
  helped: answered < FEWEST || yes + no === 0 ? null : yes / (yes + no),
});

const NOTHING: Counts = { promised: 0, done: 0, dropped: 0, answered: 0, yes: 0, no: 0 };

export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, each) => ({
      promised: sum.promised + each.promised,
      done: sum.done + each.done,
      dropped: sum.dropped + each.dropped,
      answered: sum.answered + each.answered,
      yes: sum.yes + each.yes,
      no: sum.no + each.no,
    }),
    NOTHING,
  );

/**
 * What became of what a team promised in its meetings, by the week (from Monday) or month in which it
 * was promised, in UTC; the earliest first. Of the team alone, never of persons. Any member may.
 */
export async function readPromises(
  db: Db,
  user: string,
  team: string,
  by: 'week' | 'month',
): Promise<{ periods: PromisePeriod[]; whole: Rates }> {
  await needRole(db, user, team);
  const unit = sql.lit(by);
  const step = sql.lit(`1 ${by}`);
  const first = sql`date_trunc(${unit}, now() at time zone 'UTC') - ${PERIODS - 1} * interval ${step}`;
  const { rows } = await sql<Counts & { from: string }>`
    with period as (
      select at from generate_series(${first}, now() at time zone 'UTC', interval ${step}) as at
    )
    select to_char(period.at, 'YYYY-MM-DD') as "from",
      count(task.id)::int as promised,
      count(*) filter (where task.status = 'done')::int as done,
      count(*) filter (where task.status = 'dropped')::int as dropped,
      count(*) filter (where task.helped_yes is not null)::int as answered,
      coalesce(sum(task.helped_yes), 0)::int as yes,
      coalesce(sum(task.helped_no), 0)::int as no
    from period
    left join task on task.team_id = ${team}
      and task.meeting_name <> '' and task.private_to is null
      and task.created_at >= period.at at time zone 'UTC'
      and task.created_at < (period.at + interval ${step}) at time zone 'UTC'
    group by period.at
    order by period.at`.execute(db);
  return {
    periods: rows.map(({ from, ...counts }) => ({ from, ...ratesOf(counts) })),
    whole: ratesOf(sumOf(rows)),
  };
}
