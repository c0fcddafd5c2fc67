import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import {
  Count,
  Day,
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

/** Everybody in the team sees it. */
const SHARED = 'private_to is null';

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

/** A team's tasks with what stands beside them. */
export const taskCollections: readonly Collection[] = [
  tasks,
  taskBoard,
  taskHistory,
  taskComments,
  taskReviews,
];
