import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import { newActivityId } from '../../custom-activities/keep.ts';
import { newKey } from '../../meetings/new-key.ts';
import {
  Count,
  Day,
  Guests,
  Key,
  Local,
  Moment,
  own,
  person,
  plain,
  ref,
  Uuid,
  Words,
  type Collection,
} from './fields.ts';

/** Everybody in the team sees it. */
const SHARED = 'private_to is null';

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
    activityName: plain('activity_name', Local),
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
    activityName: plain('activity_name', Local),
    hues: plain('hues', Hues),
    minutes: plain('minutes', Count),
    name: plain('name', Words(400)),
    number: plain('number', Count),
    guests: plain('guests', Guests.nullable()),
    anonymous: plain('anonymous', z.boolean().nullable()),
    without: plain('without', z.array(z.int().min(0).max(30)).max(30)),
    options: plain('options', z.record(z.string(), z.json())),
    mail: plain('mail', z.boolean()),
    endPrevious: plain('end_previous', z.boolean()),
    rrule: plain('rrule', Words(500).nullable()),
    startsAt: plain('starts_at', z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)),
    zone: plain('zone', Words(80)),
    until: plain('until', Day.nullable()),
    pauses: plain('pauses', z.array(z.json()).max(500)),
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

const tasks: Collection = {
  name: 'tasks',
  table: 'task',
  ofTeam: true,
  // Private ones are in the archives that their people make of their own data.
  rows: `team_id = $team and ${SHARED}`,
  order: 'created_at, meeting_name, place, meeting_task, id',
  unkept: ['private_to'],
  fields: {
    id: own(Uuid, randomUUIDv7),
    meeting: ref('meeting_id', 'meetings', Key.nullable(), 'null'),
    meetingName: plain('meeting_name', Words(400)),
    /** Its id in that meeting. */
    meetingTask: plain('meeting_task', Words(60)),
    place: plain('place', z.int()),
    text: plain('text', Words(4_000)),
    owner: person('owner_user'),
    ownerName: plain('owner_name', Words(240).nullable()),
    due: plain('due', Day.nullable()),
    status: plain('status', z.enum(['open', 'done', 'dropped'])),
    createdAt: plain('created_at', Moment),
    closedAt: plain('closed_at', Moment.nullable()),
    closedIn: ref('closed_in', 'meetings', Words(60).nullable(), 'keep'),
    helpedYes: plain('helped_yes', Count.nullable()),
    helpedNo: plain('helped_no', Count.nullable()),
  },
};

/** What stands beside a task, by the column that names the task. */
const OF_SHARED = `task_id in (select id from task where team_id = $team and ${SHARED})`;

const taskBoard: Collection = {
  name: 'task-board',
  table: 'task_board',
  ofTeam: true,
  rows: OF_SHARED,
  order: 'position, task_id',
  fields: {
    task: ref('task_id', 'tasks', Uuid),
    stage: plain('stage', z.enum(['future', 'active', 'stuck'])),
    position: plain('position', z.string().max(200)),
    details: plain('details', Words(40_000)),
    tags: plain('tags', z.array(Words(100)).max(200)),
    topic: plain('topic', Words(4_000).nullable()),
    createdBy: person('created_by'),
    archivedAt: plain('archived_at', Moment.nullable()),
    version: plain('version', z.int().min(1)),
  },
};

const taskHistory: Collection = {
  name: 'task-history',
  table: 'task_event',
  ofTeam: true,
  rows: OF_SHARED,
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    task: ref('task_id', 'tasks', Uuid),
    at: plain('at', Moment),
    by: person('by_user'),
    byName: plain('by_name', Words(240).nullable()),
    field: plain('field', Words(60)),
    before: plain('before', Words(40_000).nullable()),
    after: plain('after', Words(40_000).nullable()),
  },
};

const taskComments: Collection = {
  name: 'task-comments',
  table: 'task_comment',
  ofTeam: true,
  rows: OF_SHARED,
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    task: ref('task_id', 'tasks', Uuid),
    at: plain('at', Moment),
    by: person('by_user'),
    byName: plain('by_name', Words(240)),
    text: plain('text', Words(40_000)),
    editedAt: plain('edited_at', Moment.nullable()),
  },
};

const taskReviews: Collection = {
  name: 'task-reviews',
  table: 'task_review',
  ofTeam: true,
  rows: OF_SHARED,
  order: 'at, task_id, meeting_id',
  fields: {
    task: ref('task_id', 'tasks', Uuid),
    meeting: ref('meeting_id', 'meetings', Words(60), 'keep'),
    at: plain('at', Moment),
    result: plain('result', z.enum(['kept', 'missed', 'renewed', 'done', 'dropped', 'asked'])),
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

const reportChannel: Collection = {
  name: 'report-channel',
  table: 'report_channel',
  ofTeam: true,
  rows: 'team_id = $team',
  order: 'team_id',
  fields: {
    title: plain('title', Words(400).nullable()),
    /** What the link to the list of reports ends with. */
    key: own(z.string().max(100), newKey, 'key'),
    nextNumber: plain('next_number', z.int().min(1)),
    figures: plain('figures', z.array(Words(100)).max(100)),
  },
};

const reports: Collection = {
  name: 'reports',
  table: 'report',
  ofTeam: true,
  // A draft is nobody's but its team's, and goes with it.
  rows: 'team_id = $team',
  order: 'number',
  fields: {
    id: own(Uuid, randomUUIDv7),
    meeting: ref('meeting_id', 'meetings', Key.nullable(), 'null'),
    number: plain('number', z.int().min(1)),
    content: plain('content', z.json()),
    figures: plain('figures', z.json()),
    author: person('author_user'),
    authorName: plain('author_name', Words(240)),
    state: plain('state', z.enum(['draft', 'published'])),
    audience: plain('audience', z.enum(['private', 'public'])),
    /** What its link ends with. */
    key: own(z.string().max(100), newKey, 'key'),
    version: plain('version', z.int().min(1)),
    createdAt: plain('created_at', Moment),
    changedAt: plain('changed_at', Moment),
    told: plain('told', z.array(Words(4_000)).max(2_000)),
    edited: plain('edited', z.boolean()),
    publishedAt: plain('published_at', Moment.nullable()),
    updatedAt: plain('updated_at', Moment.nullable()),
  },
};

const reportCorrections: Collection = {
  name: 'report-corrections',
  table: 'report_correction',
  ofTeam: false,
  rows: 'report_id in (select id from report where team_id = $team)',
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    report: ref('report_id', 'reports', Uuid),
    at: plain('at', Moment),
    by: person('by_user'),
    byName: plain('by_name', Words(240)),
    note: plain('note', Words(20_000)),
    before: plain('before', z.json()),
  },
};

const reportFeedback: Collection = {
  name: 'report-feedback',
  table: 'report_feedback',
  ofTeam: true,
  rows: 'team_id = $team',
  order: 'at, id',
  fields: {
    id: own(Uuid, randomUUIDv7),
    report: ref('report_id', 'reports', Uuid),
    at: plain('at', Moment),
    by: person('user_id'),
    name: plain('name', Words(240).nullable()),
    text: plain('text', Words(40_000)),
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
  tasks,
  taskBoard,
  taskHistory,
  taskComments,
  taskReviews,
  agenda,
  reportChannel,
  reports,
  reportCorrections,
  reportFeedback,
];

/** Tables about teams, organizations or people that are in no archive, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  session: 'secret',
  account: 'secret',
  invitation: 'a token opens a door here alone',
  calendar: 'a link that works here alone',
  server_owner: 'of this server',
  favourite: 'in the archive of the person',
  notification: 'in the archive of the person',
  organization_billing: 'in organization.json',
  organization_member: 'in organization.json',
  team: 'in team.json',
  team_member: 'in team.json',
  team_state: 'in team.json',
  team_retention: 'in team.json',
  participant: 'in the file of the meeting',
  outcome: 'in the file of the meeting',
  reminder: 'of running meetings',
  meeting_due: 'of running meetings',
  meeting_head: 'of running meetings',
  meeting_patch: 'of running meetings',
  meeting_snapshot: 'in the file of the meeting',
  kept_file: 'archives themselves',
  data_job: 'work on archives',
  erasure_code: 'secret',
  organization_domain: 'to be shown anew where it is imported',
  organization_joining: 'to be decided anew where it is imported',
  domain_proof: 'secret',
  join_request: 'for this server alone',
  inviting: 'a limit of this server',
  report_subscriber: 'they allowed this server alone to write to them',
  report_reader: 'of the person',
  report_feed: 'a link that works here alone',
  report_mailing: 'what was sent from here',
  active_day: 'counts of this server',
  first_active: 'counts of this server',
  counted_meeting: 'counts of this server',
  billing_account: 'of this server',
  organization_plan: 'of this server',
  team_kept: 'of the plan on this server',
  digest: 'of the person',
  notice_settings: 'of the person',
  notice_way: 'of the person',
  mailing_off: 'of the person',
  kept_file_piece: 'archives themselves',
  search_document: 'made anew from what is imported',
  webhook: 'secrets of other programs',
  webhook_delivery: 'what was sent from here',
  webhook_event: 'what was sent from here',
};
