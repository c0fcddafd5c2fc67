import { randomUUIDv7 } from 'node:crypto';
import type { App } from '../app.ts';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { newKey } from '../meetings/new-key.ts';
import { needRole } from '../teams/access.ts';
import { lockTeam } from '../teams/leads.ts';
import { needOpen } from '../teams/open.ts';
import { nextOccurrences } from './occurrences.ts';
import {
  activityValues,
  planOf,
  planValues,
  settle,
  timesValues,
  type PlannedTimes,
  type SeriesPlan,
} from './plan.ts';
import { recordChange } from './record-change.ts';
import { needChangeable, nextOf, type SeriesRow } from './row.ts';

/** How many series a team may have going: more is a sign of a program gone wild. */
const MOST_ACTIVE = 100;
/** How many dates are looked at before a plan is stored. */
const MOST_PREVIEWED = 5;

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
  return db.transaction().execute(async (tx) => {
    // One at a time, and none while the team is put away or somebody is removed from it.
    await lockTeam(tx, team);
    await needRole(tx, user, team);
    await needOpen(tx, team);
    await needRoom(tx, team);
    const times = settle(plan);
    const [next] = nextOccurrences(times, { from: now, most: 1 });
    // Everything planned lies in the past, or in a pause.
    if (!next) throw problem('bad-input');
    const made = await tx
      .insertInto('series')
      .values({
        id: randomUUIDv7(),
        key: newKey(),
        team_id: team,
        ...(await activityValues({ db: tx, library }, team, plan)),
        ...(await planValues(tx, team, plan)),
        ...timesValues(times),
        owner_id: user,
        next_at: next,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(tx, user, made.id, 'made');
    return made;
  });
}

async function needRoom(tx: Db, team: string): Promise<void> {
  const { n } = await tx
    .selectFrom('series')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('team_id', '=', team)
    .where('state', '!=', 'ended')
    .executeTakeFirstOrThrow();
  if (Number(n) >= MOST_ACTIVE) throw problem('too-many');
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
