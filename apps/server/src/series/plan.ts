import type { GuestPolicy, Pause, Rhythm, Series } from '@rondo/contract';
import type { App } from '../app.ts';
import { plannableIn } from '../custom-activities/visible.ts';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { roleInTeam } from '../teams/access.ts';
import { nextOccurrences, type Times } from './occurrences.ts';
import { fromRRule, toRRule } from './rhythm.ts';
import type { SeriesRow } from './row.ts';

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

/**
 * The times with a rule, beginning at a date that the rule has: calendars take the first date as one
 * whether it fits or not. “Every two weeks on Tuesday, from Wednesday on” begins at the next Tuesday,
 * and not two weeks after the Tuesday before.
 */
export function settle({ rhythm, ...plan }: PlannedTimes): Times {
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

/** Throws `not-found` for an activity that the team does not have, `bad-input` where nothing of it is left. */
export async function activityValues(
  { db, library }: Pick<App, 'db' | 'library'>,
  team: string,
  plan: SeriesPlan,
) {
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

/** Throws `bad-input` for a facilitator who is not in the team. */
export async function planValues(db: Db, team: string, plan: SeriesPlan) {
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

export const timesValues = ({ first, zone, rrule, until, pauses }: Times) => ({
  starts_at: first,
  zone,
  rrule,
  until,
  pauses: JSON.stringify(pauses),
});

export const planOf = (row: SeriesRow): SeriesPlan => ({
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
