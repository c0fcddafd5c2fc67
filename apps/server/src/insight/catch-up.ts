import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { recount } from './recount.ts';
import { WHOLE_SERVER } from './scope.ts';
import { daysAfter, mondayOf } from './weeks.ts';

/** How long it is kept who was active on which day: the 52 weeks that are shown, and eight more to count them again. */
const KEPT_DAYS = 7 * 60;

/** Any number that no other lock has. */
const LOCK = 7303014070;

/** Counts what has changed since it was counted last, and the days that have begun since. */
export async function countWhatIsDue(db: Db, today: string): Promise<void> {
  await inTurn(
    db,
    async (tx) => {
      const due = await tx.deleteFrom('count_due').returning('day').execute();
      const state = await stateOf(tx);
      const days = due.map(({ day }) => day);
      if (state && state.counted_to < today) days.push(daysAfter(state.counted_to, 1));
      const first = days.toSorted()[0];
      if (first === undefined) return null;
      const earliest = earliestFrom(state);
      return earliest !== null && first < earliest ? earliest : first;
    },
    today,
  );
}

/**
 * Counts everything anew that can be: from the first row, or where older rows were deleted, from the first
 * week for which all are there. What was counted before that stays.
 * @returns the first day that was counted; null: there is nothing to count
 */
export async function countAnew(db: Db, today: string): Promise<string | null> {
  return inTurn(
    db,
    async (tx) => {
      await tx.deleteFrom('count_due').execute();
      // Nobody's first day is later than the first that there is a row of.
      await sql`
      insert into first_active (scope, user_id, day)
      select scope, user_id, min(day) from (
        select scope, user_id, day from active_day
        union all select ${WHOLE_SERVER}::uuid, user_id, day from active_day
      ) as seen group by scope, user_id
      on conflict (scope, user_id) do update set day = excluded.day
      where first_active.day > excluded.day`.execute(tx);
      const earliest = earliestFrom(await stateOf(tx));
      if (earliest !== null) return earliest;
      const { rows } = await sql<{ first: string | null }>`
      select least((select min(day) from active_day), (select min(held_on) from counted_meeting)) as first
    `.execute(tx);
      const first = rows[0]?.first ?? null;
      // Counts of days that no row is of any more would otherwise stay.
      return first === null ? null : mondayOf(first);
    },
    today,
  );
}

/** Deletes who was active on days that are too long ago to be counted again. The counts stay. */
export async function forgetOldDays(db: Db, today: string): Promise<number> {
  const from = mondayOf(daysAfter(today, -KEPT_DAYS));
  return db.transaction().execute(async (tx) => {
    const deleted = await tx.deleteFrom('active_day').where('day', '<', from).executeTakeFirst();
    if (deleted.numDeletedRows > 0n)
      await tx.updateTable('count_state').set({ rows_from: from }).execute();
    return Number(deleted.numDeletedRows);
  });
}

type State = Awaited<ReturnType<typeof stateOf>>;

const stateOf = (tx: Db) => tx.selectFrom('count_state').selectAll().executeTakeFirst();

/** The first week that can be counted, as rows are needed from four weeks before. */
const earliestFrom = (state: State): string | null =>
  state?.rows_from ? daysAfter(mondayOf(state.rows_from), 28) : null;

/** One server after another; notes up to when was counted, and how long it took. */
async function inTurn(
  db: Db,
  firstDay: (tx: Db) => Promise<string | null>,
  today: string,
): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(tx);
    const first = await firstDay(tx);
    if (first === null) return null;
    const began = performance.now();
    // A server whose clock is ahead has counted a day that others are not in yet.
    if (first <= today) await recount(tx, first, today);
    const state = {
      counted_to: today,
      counted_at: sql<Date>`clock_timestamp()`,
      took_ms: Math.round(performance.now() - began),
    };
    await tx
      .insertInto('count_state')
      .values(state)
      .onConflict((conflict) => conflict.column('only_one').doUpdateSet(state))
      .execute();
    return first;
  });
}
