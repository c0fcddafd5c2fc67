import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { PlannedWindow } from './meetings.ts';
import { GuestPolicy, LocalText, MeetingKey, name, Uuid } from './shapes.ts';

const tag = 'series';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;

/** Days of the week as calendars number them: 1 is Monday, 7 is Sunday. */
const Weekday = z.number().int().min(1).max(7);

/** When a series comes back. Null: it takes place once. */
export const Rhythm = z.discriminatedUnion('every', [
  z.object({
    every: z.literal('week'),
    interval: z.number().int().min(1).max(52),
    on: z.array(Weekday).min(1).max(7),
  }),
  z.object({
    every: z.literal('month'),
    interval: z.number().int().min(1).max(12),
    /** 29 to 31: the last day where a month is shorter. -1: always the last. */
    day: z.union([z.literal(-1), z.number().int().min(1).max(31)]),
  }),
  z.object({
    every: z.literal('weekday-of-month'),
    interval: z.number().int().min(1).max(12),
    /** The first to fourth, or -1: the last. */
    nth: z.union([z.literal(-1), z.number().int().min(1).max(4)]),
    on: Weekday,
  }),
]);
export type Rhythm = z.infer<typeof Rhythm>;

/** From the first to the last day, both included, nothing takes place. */
export const Pause = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'ends before it begins');
export type Pause = z.infer<typeof Pause>;

/** Day and minute as a clock on the wall shows them, such as `2026-03-27T09:30`. */
const WallTime = z.iso
  .datetime({ local: true, precision: -1 })
  .refine((value) => !value.endsWith('Z'), 'is a local time, without Z');

export const Zone = z
  .string()
  .max(60)
  .refine((zone) => /^[A-Za-z]/.test(zone) && isKnown(zone), 'is no time zone');

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    // A RangeError is how Intl says that there is no such zone.
    return false;
  }
}

/** When: the part of a plan from which its dates follow. */
export const Times = z.object({
  /** The first one takes place then, or at the first time after it that the rhythm has. */
  first: WallTime,
  /** An IANA time zone; 09:30 there stays 09:30 there, in summer and in winter. */
  zone: Zone,
  rhythm: Rhythm.nullable(),
  /** The last day on which one may take place. */
  until: z.iso.date().nullable(),
  pauses: z.array(Pause).max(60),
});

export const SeriesPlan = Times.extend({
  activity: z.string().max(60),
  /** May hold `{n}`, the number of the meeting, and `{date}`. */
  name: name(80),
  /** The number of the next meeting. */
  number: z.number().int().min(0).max(99_999),
  /** Null: as the team has it. */
  guests: GuestPolicy.nullable(),
  /** Null: as the activity has it. */
  anonymous: z.boolean().nullable(),
  without: z.array(z.number().int().min(0).max(30)).max(30),
  /** What else the start of a meeting takes; passed on as it is. */
  options: z.object({
    windows: z.array(PlannedWindow).max(30).optional(),
    review: z.boolean().optional(),
  }),
  /** Who facilitates new meetings. Null: whoever planned the series. */
  facilitator: Uuid.nullable(),
  /** Mail the team when a meeting has begun. */
  mail: z.boolean(),
  /** End what still runs of the series when the next one begins. */
  endPrevious: z.boolean(),
});

export const Series = SeriesPlan.omit({ facilitator: true }).extend({
  id: Uuid,
  /** For the link that always leads to the running meeting: `/s/{key}`. */
  key: MeetingKey,
  /** The name without what differs from meeting to meeting. */
  title: z.string(),
  team: Uuid,
  activity: z.object({
    id: z.string(),
    name: LocalText,
    hues: z.array(z.string()),
    minutes: z.number(),
    /** What its illustration shows; only while the library has the activity. */
    drawing: z.string().optional(),
  }),
  /** The rhythm as RFC 5545 writes it. */
  rrule: z.string().nullable(),
  owner: z.string().nullable(),
  facilitator: z.object({ id: Uuid, name: z.string() }).nullable(),
  state: z.enum(['active', 'paused', 'ended']),
  /** The next dates, at most five; none when it is paused or has ended. */
  next: z.array(z.object({ at: z.iso.datetime(), name: z.string() })),
  running: MeetingKey.nullable(),
});
export type Series = z.infer<typeof Series>;

export const Occurrence = z.object({
  at: z.iso.datetime(),
  name: z.string(),
  /** `missed`: the server was away for more than a day. `failed`: the meeting could not be made. */
  state: z.enum(['held', 'skipped', 'missed', 'failed']),
  meeting: z.object({ id: MeetingKey, status: z.enum(['running', 'ended']) }).nullable(),
});
export type Occurrence = z.infer<typeof Occurrence>;

/** What the holder of a series' link learns. */
export const SeriesDoor = z.object({
  you: z.enum(['member', 'stranger']),
  /** Only for members. */
  name: z.string().nullable(),
  series: z.object({ id: Uuid, team: Uuid }).nullable(),
  /** The running meeting, for those it lets in. */
  meeting: MeetingKey.nullable(),
  /** When the next one begins, for those it will let in. */
  next: z.iso.datetime().nullable(),
  zone: z.string().nullable(),
  guests: GuestPolicy,
});
export type SeriesDoor = z.infer<typeof SeriesDoor>;

const ofTeam = z.object({ team: Uuid });
const ofSeries = z.object({ series: Uuid });
/** The date that is meant, so that two who decide at once do not decide about two dates. */
const ofNext = ofSeries.extend({ at: z.iso.datetime() });
const changing = [...errors, 'archived', 'read-only'] as const;
const ofNextDate = [...changing, 'conflict'] as const;

export const series = {
  list: endpoint(
    'GET /teams/{team}/series',
    { summary: 'What a team has planned, the soonest first', tag, errors },
    ofTeam,
    z.object({ series: z.array(Series) }),
  ),
  create: endpoint(
    'POST /teams/{team}/series',
    { summary: 'Plan a meeting, once or again and again', tag, errors: changing },
    SeriesPlan.extend(ofTeam.shape),
    Series,
  ),
  preview: endpoint(
    'POST /teams/{team}/series/preview',
    { summary: 'The first dates of a plan that is not stored yet', tag, errors },
    // With the series it is for, dates that are dealt with already are left out.
    Times.extend({ ...ofTeam.shape, series: Uuid.optional() }),
    z.object({ dates: z.array(z.iso.datetime()) }),
  ),
  get: endpoint(
    'GET /series/{series}',
    { summary: 'A series with its latest meetings', tag, errors },
    ofSeries,
    Series.extend({ past: z.array(Occurrence) }),
  ),
  change: endpoint(
    'PATCH /series/{series}',
    { summary: 'Change a series; meetings that were made stay as they are', tag, errors: changing },
    SeriesPlan.partial().extend(ofSeries.shape),
    Series,
  ),
  skip: endpoint(
    'POST /series/{series}/skip',
    { summary: 'Leave the next date out', tag, errors: ofNextDate },
    ofNext,
    Series,
  ),
  startNext: endpoint(
    'POST /series/{series}/start',
    { summary: 'Start the next meeting now instead of at its date', tag, errors: ofNextDate },
    ofNext,
    z.object({ meeting: MeetingKey }),
  ),
  pause: endpoint(
    'POST /series/{series}/pause',
    { summary: 'Make no meetings until it is resumed', tag, errors: changing },
    ofSeries,
    Series,
  ),
  resume: endpoint(
    'POST /series/{series}/resume',
    { summary: 'Go on, from the next date in the future', tag, errors: changing },
    ofSeries,
    Series,
  ),
  end: endpoint(
    'POST /series/{series}/end',
    { summary: 'Make no more meetings; those that were held stay', tag, errors: changing },
    ofSeries,
    Series,
  ),
  door: endpoint(
    'GET /series-links/{key}',
    { summary: 'Where the link of a series leads right now', tag, errors: ['not-found'] },
    z.object({ key: MeetingKey }),
    SeriesDoor,
  ),
};

const CalendarLink = z.object({
  /** Whoever has it can read names and times of planned meetings; null: there is none. */
  url: z.string().nullable(),
});
/** Absent: a calendar with all teams of the person. */
const whichCalendar = z.object({ team: Uuid.optional() });

export const calendar = {
  get: endpoint(
    'GET /me/calendar',
    { summary: 'Your secret link to a calendar of planned meetings', tag, errors },
    whichCalendar,
    CalendarLink,
  ),
  renew: endpoint(
    'POST /me/calendar',
    { summary: 'Make the link, or a new one in place of the old', tag, errors },
    whichCalendar,
    CalendarLink,
  ),
  revoke: endpoint(
    'DELETE /me/calendar',
    { summary: 'Take the link back', tag, errors },
    whichCalendar,
    CalendarLink,
  ),
};
