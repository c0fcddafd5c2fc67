import { randomUUIDv7 } from 'node:crypto';
import type { GuestPolicy, Pause, Rhythm, Series } from '@rondo/contract';
import type { App } from '../app.ts';
import { plannableIn } from '../custom-activities/visible.ts';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { newKey } from '../meetings/new-key.ts';
import { record } from '../operations/audit/record.ts';
import { needRole, roleInTeam } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { nameOfAll } from './name.ts';
import { nextOccurrences, type Times } from './occurrences.ts';
import { fromRRule, toRRule } from './rhythm.ts';
import { needChangeable, nextOf, timesOf, type SeriesRow } from './row.ts';

/** How many series a team may have going: more is a sign of a program gone wild. */
const MOST_ACTIVE = 100;
/** How many dates are looked at before a plan is stored. */
const MOST_PREVIEWED = 5;
/** How many dates are said to have been skipped while a series was paused. */
const MOST_SKIPPED = 200;

export interface PlannedTimes {
  first: string;
  zone: string;
  rhythm: Rhythm | null;
  until: string | null;
  pauses: Pause[];
}

export interface SeriesPlan extends PlannedTimes {
  activity: string;
  name: string;
  number: number;
  guests: GuestPolicy | null;
  anonymous: boolean | null;
  without: number[];
  options: Series['options'];
  facilitator: string | null;
  mail: boolean;
  endPrevious: boolean;
}

type Ports = Pick<App, 'db' | 'library'>;

/** The first dates of a plan, as storing it would have them. @param series which it would change */
export async function previewDates(
  db: Db,
  series: string | null,
  plan: PlannedTimes,
  now: Date,
): Promise<Date[]> {
  const wanted = { from: now, most: MOST_PREVIEWED };
  const times = settle(plan);
  return series === null ? nextOccurrences(times, wanted) : nextOf(db, series, times, wanted);
}

/** Plans a meeting, once or again and again. Any member may. */
export async function createSeries(
  { db, library }: Ports,
  user: string,
  { team, ...plan }: SeriesPlan & { team: string },
  now: Date,
): Promise<SeriesRow> {
  await needRole(db, user, team);
  await needOpen(db, team);
  const { n } = await db
    .selectFrom('series')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('team_id', '=', team)
    .where('state', '!=', 'ended')
    .executeTakeFirstOrThrow();
  if (Number(n) >= MOST_ACTIVE) throw problem('too-many');
  const times = settle(plan);
  const [next] = nextOccurrences(times, { from: now, most: 1 });
  // Everything planned lies in the past, or in a pause.
  if (!next) throw problem('bad-input');
  const values = {
    id: randomUUIDv7(),
    key: newKey(),
    team_id: team,
    ...(await activityValues({ db, library }, team, plan)),
    ...(await planValues(db, team, plan)),
    ...timesValues(times),
    owner_id: user,
    next_at: next,
  };
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('series')
      .values(values)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(tx, user, made.id, 'made');
    return made;
  });
}

/** Changes a series. What is running or was held stays as it is; the next date is found anew. */
export async function changeSeries(
  { db, library }: Ports,
  user: string,
  { series, ...changes }: Partial<SeriesPlan> & { series: string },
  now: Date,
): Promise<SeriesRow> {
  const row = await needChangeable(db, user, series);
  const plan: SeriesPlan = { ...planOf(row), ...changes };
  const times = settle(plan);
  const [next = null] = await nextOf(db, series, times, { from: now, most: 1 });
  if (row.state === 'active' && next === null) throw problem('bad-input');
  const values = {
    // Kept as it was when it is not changed: the library may have dropped it meanwhile.
    ...(plan.activity !== row.activity_id &&
      (await activityValues({ db, library }, row.team_id, plan))),
    ...(await planValues(db, row.team_id, plan)),
    ...timesValues(times),
    changed_at: now,
    ...(row.state === 'active' && { next_at: next }),
  };
  const changed = await db.transaction().execute(async (tx) => {
    const stored = await tx
      .updateTable('series')
      .set(values)
      .where('id', '=', series)
      // A meeting that became due meanwhile has moved these on.
      .where('state', '=', row.state)
      .where('number', '=', row.number)
      .returningAll()
      .executeTakeFirst();
    if (stored) await recordChange(tx, user, series, 'changed');
    return stored;
  });
  return changed ?? changeSeries({ db, library }, user, { series, ...changes }, now);
}

/** No more meetings, for now or for good. */
export async function stopSeries(
  db: Db,
  user: string,
  series: string,
  state: 'paused' | 'ended',
): Promise<SeriesRow> {
  await needChangeable(db, user, series);
  return db.transaction().execute(async (tx) => {
    const stopped = await tx
      .updateTable('series')
      .set({ state, next_at: null, changed_at: new Date() })
      .where('id', '=', series)
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(tx, user, series, state);
    return stopped;
  });
}

/** Goes on with the next date in the future; `bad-input` where there is none. */
export async function resumeSeries(
  db: Db,
  user: string,
  series: string,
  now: Date,
): Promise<SeriesRow> {
  const row = await needChangeable(db, user, series);
  if (row.state === 'active') return row;
  const times = timesOf(row);
  const [next] = await nextOf(db, series, times, { from: now, most: 1 });
  if (!next) throw problem('bad-input');
  const since = await nextOf(db, series, times, { from: row.changed_at, most: MOST_SKIPPED });
  const skipped = since.filter((at) => at < now);
  return db.transaction().execute(async (tx) => {
    if (skipped.length > 0) {
      // Said to the team and its calendars: on these days nothing took place.
      await tx
        .insertInto('occurrence')
        .values(
          skipped.map((at) => ({
            series_id: series,
            at,
            name: nameOfAll(row.name),
            state: 'skipped' as const,
            meeting_id: null,
            host_id: null,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await recordChange(tx, user, series, 'resumed');
    return tx
      .updateTable('series')
      .set({ state: 'active', next_at: next, changed_at: now })
      .where('id', '=', series)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

const recordChange = (
  tx: Db,
  actor: string,
  series: string,
  change: 'made' | 'changed' | 'paused' | 'resumed' | 'ended',
): Promise<void> => record(tx, { act: 'series-changed', actor, about: { series, change } });

/**
 * The times with a rule, beginning at a date that the rule has: calendars take the first date as one
 * whether it fits or not. “Every two weeks on Tuesday, from Wednesday on” begins at the next Tuesday,
 * and not two weeks after the Tuesday before.
 */
function settle({ rhythm, ...plan }: PlannedTimes): Times {
  const times = { ...plan, rrule: rhythm && toRRule(rhythm) };
  if (rhythm === null) return times;
  const each: Times = {
    ...times,
    zone: 'UTC',
    rrule: toRRule({ ...rhythm, interval: 1 }),
    until: null,
    pauses: [],
  };
  const [first] = nextOccurrences(each, { from: new Date(0), most: 1 });
  if (!first) throw problem('bad-input');
  // Reckoned as if in UTC, so this is what the wall shows.
  return { ...times, first: first.toISOString().slice(0, 16) };
}

async function activityValues({ db, library }: Ports, team: string, plan: SeriesPlan) {
  const activity =
    library.get(plan.activity) ?? (await plannableIn(db, team, plan.activity))?.activity;
  if (!activity) throw problem('not-found');
  if (activity.flow.every((_, index) => plan.without.includes(index))) throw problem('bad-input');
  return {
    activity_id: activity.id,
    activity_name: JSON.stringify(activity.name),
    hues: [...activity.hues],
    minutes: activity.minutes,
  };
}

async function planValues(db: Db, team: string, plan: SeriesPlan) {
  const { facilitator } = plan;
  if (facilitator !== null && !(await roleInTeam(db, facilitator, team)))
    throw problem('bad-input');
  return {
    name: plan.name,
    number: plan.number,
    guests: plan.guests,
    anonymous: plan.anonymous,
    without: plan.without,
    options: JSON.stringify(plan.options),
    facilitator_id: facilitator,
    mail: plan.mail,
    end_previous: plan.endPrevious,
  };
}

const timesValues = ({ first, zone, rrule, until, pauses }: Times) => ({
  starts_at: first,
  zone,
  rrule,
  until,
  pauses: JSON.stringify(pauses),
});

const planOf = (row: SeriesRow): SeriesPlan => ({
  activity: row.activity_id,
  name: row.name,
  number: row.number,
  first: row.starts_at,
  zone: row.zone,
  rhythm: row.rrule === null ? null : fromRRule(row.rrule),
  until: row.until,
  pauses: row.pauses,
  guests: row.guests,
  anonymous: row.anonymous,
  without: row.without,
  options: row.options,
  facilitator: row.facilitator_id,
  mail: row.mail,
  endPrevious: row.end_previous,
});
