import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { countAnew, countWhatIsDue, forgetOldDays } from './catch-up.ts';
import { readFigures } from './read-figures.ts';
import { weekFigures } from './read-weeks.ts';
import { WHOLE_SERVER } from './scope.ts';
import { noteYear, organizationOf } from './testing/year.ts';
import { daysAfter, mondayOf, mondaysTo, weekNameOf } from './weeks.ts';

/** A Wednesday. */
const TODAY = '2026-11-25';

const COUNTS = ['active_count', 'week_count', 'meeting_day_count', 'cohort_count'] as const;

type Tested = Awaited<ReturnType<typeof testDatabase>>['db'];

const allCounts = (db: Tested) =>
  Promise.all(
    COUNTS.map(async (table) => {
      const { rows } = await sql`select * from ${sql.table(table)} as count order by count`.execute(
        db,
      );
      return rows;
    }),
  );

/** Somebody was active, as `writeActs` writes it. */
async function active(
  db: Tested,
  day: string,
  person: number,
  scope = organizationOf(1),
): Promise<void> {
  const user = sql<string>`md5('person ' || ${person}::integer)::uuid`;
  await db.insertInto('active_day').values({ day, scope, user_id: user }).execute();
  for (const each of [scope, WHOLE_SERVER])
    await sql`insert into first_active values (${each}, ${user}, ${day})
      on conflict (scope, user_id) do update set day = least(first_active.day, excluded.day)`.execute(
      db,
    );
  await sql`insert into count_due values (${day}) on conflict do nothing`.execute(db);
}

describe('weeks in SQL', () => {
  it('are those of the rest, on every day and Monday from 1970 to 2100', async () => {
    const { db } = await testDatabase();
    const { rows } = await sql<{ day: string; monday: string; name: string }>`
      select day::date as day, date_trunc('week', day::date)::date as monday,
        to_char(day, 'IYYY-"W"IW') as name
      from generate_series(date '1970-01-01', date '2100-12-31', interval '1 day') as day
    `.execute(db);
    expect(rows.length).toBe(47_847);
    for (const { day, monday, name } of rows) {
      if (mondayOf(day) !== monday || weekNameOf(day) !== name)
        expect([day, mondayOf(day), weekNameOf(day)]).toEqual([day, monday, name]);
    }
    const mondays = rows.filter(({ day, monday }) => day === monday).map(({ day }) => day);
    expect(mondays).toEqual(mondaysTo('2100-12-31', mondays.length));
  });
});

describe('counting', () => {
  it('says of every day what looking at each row says', async () => {
    const { db } = await testDatabase();
    await noteYear(db, { today: TODAY, people: 60, organizations: 3 });
    await countAnew(db, TODAY);
    for (const [scope, mine] of [
      [WHOLE_SERVER, sql`true`],
      [organizationOf(2), sql`scope = ${organizationOf(2)}`],
    ] as const) {
      const { rows: wrong } = await sql`
        select day, active, active_28, expected.* from active_count
        cross join lateral (
          select count(distinct user_id) filter (where seen.day = active_count.day) as one,
            count(distinct user_id) as month
          from active_day as seen
          where seen.day between active_count.day - 27 and active_count.day and ${mine}
        ) as expected
        where active_count.scope = ${scope} and (one, month) is distinct from (active, active_28)
      `.execute(db);
      expect(wrong).toEqual([]);
      const { rows: weeks } = await sql`
        select week from week_count where scope = ${scope} and (
          active <> (select count(distinct user_id) from active_day
            where date_trunc('week', day)::date = week and ${mine})
          or teams <> (select count(distinct team_id) from counted_meeting
            where date_trunc('week', held_on)::date = week and ${mine}))`.execute(db);
      expect(weeks).toEqual([]);
      const days = await db
        .selectFrom('active_count')
        .select('day')
        .where('scope', '=', scope)
        .execute();
      expect(days.length).toBeGreaterThan(330);
    }
  });

  it('day by day gives what counting anew gives, also for what was told late', async () => {
    const { db } = await testDatabase();
    const first = daysAfter(TODAY, -70);
    for (let day = 0; day <= 70; day++) {
      const today = daysAfter(first, day);
      if (day % 3 !== 1) await active(db, today, day % 7);
      if (day % 5 === 4) await active(db, today, 20 + (day % 3), organizationOf(2));
      // After midnight, of the day before: people still sat together.
      if (day % 10 === 9) await active(db, daysAfter(today, -1), 40 + day);
      // Of weeks ago, when a server had lost its database for long.
      if (day === 60) await active(db, daysAfter(today, -31), 99);
      await countWhatIsDue(db, today);
    }
    const kept = await allCounts(db);
    expect(kept.map((rows) => rows.length > 0)).toEqual([true, true, false, true]);
    await countAnew(db, TODAY);
    expect(await allCounts(db)).toEqual(kept);
  });

  it('goes on through days on which nobody came, and where nothing is due does nothing', async () => {
    const { db } = await testDatabase();
    await active(db, '2026-10-01', 1);
    await countWhatIsDue(db, '2026-10-01');
    await countWhatIsDue(db, '2026-11-10');
    const levels = await db
      .selectFrom('active_count')
      .select(['day', 'active_28'])
      .where('scope', '=', WHOLE_SERVER)
      .where('active_28', '>', 0)
      .orderBy('day')
      .execute();
    expect([levels[0]?.day, levels.at(-1)?.day]).toEqual(['2026-10-01', '2026-10-28']);
    const state = await db.selectFrom('count_state').selectAll().execute();
    await countWhatIsDue(db, '2026-11-10');
    expect(await db.selectFrom('count_state').selectAll().execute()).toEqual(state);
  });

  it('keeps the counts of days of which it has forgotten who it was', async () => {
    const { db } = await testDatabase();
    await noteYear(db, { today: TODAY, people: 30, organizations: 1 });
    await countAnew(db, TODAY);
    const before = await allCounts(db);
    const later = daysAfter(TODAY, 200);
    expect(await forgetOldDays(db, later)).toBeGreaterThan(0);
    expect(await countAnew(db, TODAY)).toBe(mondayOf(daysAfter(later, 28 - 420)));
    expect(await allCounts(db)).toEqual(before);
  });
});

describe('a year of ten thousand people', () => {
  it('answers in less than 200 ms', async () => {
    const { db, pool } = await testDatabase();
    await noteYear(db, { today: TODAY, people: 10_000, organizations: 50 });
    await pool.query('analyze active_day, first_active, counted_meeting');
    const began = performance.now();
    await countAnew(db, TODAY);
    const counted = performance.now() - began;
    await pool.query('vacuum analyze active_count, week_count, meeting_day_count, cohort_count');
    const figures = await readFigures(db, WHOLE_SERVER, TODAY);
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const start = performance.now();
      await readFigures(db, WHOLE_SERVER, TODAY);
      times.push(performance.now() - start);
    }
    const start = performance.now();
    await active(db, TODAY, 20_000);
    await countWhatIsDue(db, TODAY);
    const caughtUp = performance.now() - start;
    const { rows } = await pool.query<{ rows: number }>('select count(*) as rows from active_day');
    const least = Math.min(...times);
    process.stdout.write(
      `${rows[0]?.rows} days of people: counted anew in ${counted.toFixed(0)} ms, caught up in ${caughtUp.toFixed(0)} ms, read in ${least.toFixed(1)} ms\n`,
    );
    expect(rows[0]?.rows).toBeGreaterThan(100_000);
    expect(least).toBeLessThan(200);
    const monthly = figures.series.find(({ metric }) => metric === 'monthly-active')?.values ?? [];
    expect(monthly).toHaveLength(53);
    expect(monthly.at(-2)).toBeGreaterThan(3_000);
    const week = await weekFigures(db, WHOLE_SERVER, figures.weeks.at(-2)?.monday ?? '');
    expect(week['monthly-active']).toEqual(monthly.slice(-10, -1));
    // It reads counts alone, not who was active when.
    const { rows: plan } = await sql<{ 'QUERY PLAN': string }>`
      explain select active_28 from active_count where scope = ${WHOLE_SERVER} and day = ${TODAY}`.execute(
      db,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join(' ')).toMatch(/Index/);
  });
});
