import { randomUUIDv7 } from 'node:crypto';
import { Pause, SeriesPlan, Zone } from '@rondo/contract';
import * as z from 'zod';
import { newActivityId } from '../../custom-activities/keep.ts';
import { newKey } from '../../meetings/new-key.ts';
import { isRRule } from '../../series/rhythm.ts';
import {
  Count,
  Day,
  Guests,
  Key,
  Moment,
  own,
  person,
  plain,
  ref,
  Uuid,
  Words,
  type Collection,
} from './fields.ts';
import { reportCollections } from './report-collections.ts';
import { taskCollections } from './task-collections.ts';

/** What an activity is called; in its tables always by language. */
const Named = z.strictObject({ en: Words(2_000), de: Words(2_000).optional() });
const ActivityId = z.string().max(60);
const Hues = z.array(z.string().max(40)).max(12);

const activities: Collection = {
  name: 'activities',
  table: 'custom_activity',
  ofTeam: true,
  rows: 'team_id = $team and deleted_at is null',
  order: 'created_at, id',
  unkept: ['deleted_at'],
  fields: {
    id: own(z.string().regex(/^own-[a-z0-9]{25}$/), newActivityId),
    share: plain('share', z.enum(['team', 'organization', 'server'])),
    /** As in the library's files; checked as one that somebody composes. */
    content: plain('content', z.looseObject({ id: ActivityId })),
    version: plain('version', z.int().min(1)),
    createdBy: person('created_by'),
    createdAt: plain('created_at', Moment),
    updatedAt: plain('updated_at', Moment),
  },
};

const activityVersions: Collection = {
  name: 'activity-versions',
  table: 'custom_activity_version',
  ofTeam: false,
  rows: 'activity_id in (select id from custom_activity where team_id = $team and deleted_at is null)',
  order: 'activity_id, version',
  fields: {
    activity: ref('activity_id', 'activities', ActivityId),
    version: plain('version', z.int().min(1)),
    content: plain('content', z.looseObject({ id: ActivityId })),
    madeBy: person('made_by'),
    madeAt: plain('made_at', Moment),
  },
};

/** Those that have ended. In an archive each stands in a file of its own, with its outcome. */
export const meetings: Collection = {
  name: 'meetings',
  table: 'meeting',
  ofTeam: true,
  rows: `team_id = $team and status = 'ended'`,
  order: 'started_at, id',
  // When it was last used, and who was warned of its end.
  unkept: ['active_at', 'warned_at'],
  fields: {
    id: own(Key, newKey),
    activity: ref('activity_id', 'activities', ActivityId, 'keep'),
    activityName: plain('activity_name', Named),
    activityVersion: plain('activity_version', z.int().min(1).nullable()),
    hues: plain('hues', Hues),
    name: plain('name', Words(400)),
    status: plain('status', z.literal('ended')),
    guests: plain('guests', Guests),
    facilitator: plain('facilitator', Words(240)),
    people: plain('people', Count),
    tasks: plain('tasks', Count),
    startedBy: person('started_by'),
    startedAt: plain('started_at', Moment),
    endedAt: plain('ended_at', Moment.nullable()),
  },
};

const series: Collection = {
  name: 'series',
  table: 'series',
  ofTeam: true,
  rows: 'team_id = $team',
  order: 'created_at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    /** What its link ends with. */
    key: own(Key, newKey, 'key'),
    activity: ref('activity_id', 'activities', ActivityId, 'keep'),
    activityName: plain('activity_name', Named),
    hues: plain('hues', Hues),
    minutes: plain('minutes', Count),
    name: plain('name', Words(400)),
    number: plain('number', Count),
    guests: plain('guests', Guests.nullable()),
    anonymous: plain('anonymous', z.boolean().nullable()),
    without: plain('without', z.array(z.int().min(0).max(30)).max(30)),
    options: plain('options', SeriesPlan.shape.options),
    mail: plain('mail', z.boolean()),
    endPrevious: plain('end_previous', z.boolean()),
    rrule: plain('rrule', Words(500).refine(isRRule, 'is no rhythm').nullable()),
    startsAt: plain('starts_at', z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)),
    zone: plain('zone', Zone),
    until: plain('until', Day.nullable()),
    pauses: plain('pauses', z.array(Pause).max(60)),
    owner: person('owner_id'),
    facilitator: person('facilitator_id'),
    state: plain('state', z.enum(['active', 'paused', 'ended'])),
    nextAt: plain('next_at', Moment.nullable()),
    createdAt: plain('created_at', Moment),
    changedAt: plain('changed_at', Moment),
  },
};

const occurrences: Collection = {
  name: 'occurrences',
  table: 'occurrence',
  ofTeam: false,
  // One that is due is being made into a meeting; those of running meetings come with the next export.
  rows: `series_id in (select id from series where team_id = $team) and state <> 'due'`,
  order: 'series_id, at',
  fields: {
    series: ref('series_id', 'series', Uuid),
    at: plain('at', Moment),
    name: plain('name', Words(400)),
    state: plain('state', z.enum(['held', 'skipped', 'missed', 'failed'])),
    /** One that is not in the archive has been deleted. */
    meeting: ref('meeting_id', 'meetings', Key.nullable(), 'fresh'),
    host: plain('host_id', Words(40).nullable()),
    claimedAt: plain('claimed_at', Moment),
  },
};

const agenda: Collection = {
  name: 'agenda',
  table: 'team_agenda',
  ofTeam: true,
  rows: 'team_id = $team and cleared_at is null',
  order: 'position, id',
  unkept: ['cleared_at', 'cleared_in'],
  fields: {
    id: plain('id', z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/)),
    text: plain('text', Words(4_000)),
    note: plain('note', Words(20_000)),
    pinned: plain('pinned', z.boolean()),
    addedBy: person('added_by'),
    addedName: plain('added_name', Words(240)),
    addedAt: plain('added_at', Moment),
    position: plain('position', z.string().max(200)),
  },
};

const teamEvents: Collection = {
  name: 'team-history',
  table: 'team_event',
  ofTeam: true,
  rows: 'team_id = $team',
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    at: plain('at', Moment),
    kind: plain(
      'kind',
      z.enum(['joined', 'left', 'removed', 'archived', 'restored', 'moved', 'merged']),
    ),
    person: person('user_id'),
    name: plain('name', Words(240)),
  },
};

/**
 * Everything of a team that stands in tables, in the order in which an import makes it: what is named comes
 * before what names it. `every-table.pg.test.ts` finds tables that are forgotten here.
 */
export const collections: readonly Collection[] = [
  activities,
  activityVersions,
  meetings,
  series,
  occurrences,
  ...taskCollections,
  agenda,
  teamEvents,
  ...reportCollections,
];
