import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { MeetingKey, name, Page, Uuid } from './shapes.ts';

const tag = 'tasks';
const errors = ['signed-out', 'not-found'] as const;
/** What changes of tasks may be answered as well. */
const changing = [...errors, 'not-allowed', 'conflict', 'archived', 'read-only'] as const;

const Status = z.enum(['open', 'done', 'dropped']);
const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** Where an open task stands. */
const Stage = z.enum(['future', 'active', 'stuck']);
const Column = z.enum(['future', 'active', 'stuck', 'done']);
const Text = name(500);
const Details = z.string().max(20_000);

/** What a team has agreed on in one of its meetings, or has put on its board. */
export const TeamTask = z.object({
  id: Uuid,
  team: Uuid,
  text: z.string(),
  /** `id` is null for those who have no account, or have it no longer. */
  owner: z.object({ id: Uuid.nullable(), name: z.string() }).nullable(),
  /** YYYY-MM-DD. */
  due: z.string().nullable(),
  status: Status,
  stage: Stage,
  /** The words behind a `#` in its text and details. */
  tags: z.array(z.string()),
  /** Seen by whoever made it and its owner alone. */
  private: z.boolean(),
  archived: z.boolean(),
  hasDetails: z.boolean(),
  comments: z.number().int(),
  /**
   * Where it was agreed on, and on which topic; the id is null once that meeting is deleted. The name is
   * empty where it was made on the board.
   */
  meeting: z.object({
    id: MeetingKey.nullable(),
    name: z.string(),
    topic: z.string().nullable(),
  }),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** In how many meetings it was looked at and stayed open, and how often it was missed since it was last renewed. */
  reviewed: z.object({ times: z.number().int(), missed: z.number().int() }),
  /** What people said when it was done, without names; null where nobody was asked or too few have answered. */
  helped: z.object({ yes: z.number().int(), no: z.number().int() }).nullable(),
});
export type TeamTask = z.infer<typeof TeamTask>;

/** A task with everything about it. */
export const TaskWithThread = TeamTask.extend({
  teamName: z.string(),
  /** Small Markdown. */
  details: z.string(),
  /** Of text and details together. */
  version: z.number().int(),
  createdBy: z.string().nullable(),
  /** Whether you may make it private, or visible again. */
  mayBePrivate: z.boolean(),
  thread: z.array(
    z.object({
      id: Uuid,
      by: z.object({ id: Uuid.nullable(), name: z.string() }),
      mine: z.boolean(),
      at: z.iso.datetime(),
      edited: z.boolean(),
      text: z.string(),
    }),
  ),
  /** Who changed what, the latest first. */
  history: z.array(
    z.object({
      id: Uuid,
      at: z.iso.datetime(),
      /** Null: a meeting decided it. */
      by: z.string().nullable(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type TaskWithThread = z.infer<typeof TaskWithThread>;

/** What became of what was promised in a week or month. Shares are told from five tasks on. */
export const PromisePeriod = z.object({
  /** The first day. */
  from: z.string(),
  promised: z.number().int(),
  done: z.number().int(),
  dropped: z.number().int(),
  /** Of those promised: how many are done, 0 to 1; null with fewer than five. */
  kept: z.number().nullable(),
  /** Of the answers about what was promised then: how many said that it helped; null with fewer than five such tasks. */
  helped: z.number().nullable(),
});
export type PromisePeriod = z.infer<typeof PromisePeriod>;

const ofTeam = z.object({ team: Uuid });
const ofTask = z.object({ task: Uuid });
const PageOfTasks = z.object({ tasks: z.array(TeamTask), next: z.string().nullable() });

export const tasks = {
  list: endpoint(
    'GET /teams/{team}/tasks',
    { summary: 'The tasks of a team in one state, the latest first', tag, errors },
    z.object({ team: Uuid, status: Status.default('open') }),
    z.object({ tasks: z.array(TeamTask) }),
  ),
  board: endpoint(
    'GET /teams/{team}/tasks/board',
    {
      summary: 'A team’s board: open tasks in their order, and what was done, the latest first',
      tag,
      errors,
    },
    ofTeam,
    z.object({ tasks: z.array(TeamTask), archived: z.number().int(), readOnly: z.boolean() }),
  ),
  put: endpoint(
    'POST /teams/{team}/tasks',
    { summary: 'Put a task on a team’s board', tag, errors: changing },
    ofTeam.extend({
      text: Text,
      stage: Stage.default('active'),
      owner: Uuid.nullable().default(null),
      due: Day.nullable().default(null),
      details: Details.default(''),
      private: z.boolean().default(false),
    }),
    TaskWithThread,
  ),
  get: endpoint(
    'GET /tasks/{task}',
    { summary: 'A task with its thread and history', tag, errors },
    ofTask,
    TaskWithThread,
  ),
  change: endpoint(
    'PATCH /tasks/{task}',
    { summary: 'Close a task, open it again, or change it', tag, errors: changing },
    ofTask.extend({
      text: Text.optional(),
      details: Details.optional(),
      /** The version of text and details that you have read; another one is answered with `conflict`. */
      version: z.number().int().optional(),
      /** A member of the team; null: nobody. */
      owner: Uuid.nullable().optional(),
      due: Day.nullable().optional(),
      status: Status.optional(),
      /** Not for what was agreed on in a meeting. */
      private: z.boolean().optional(),
      /** For what is done or dropped. */
      archived: z.boolean().optional(),
    }),
    TaskWithThread,
  ),
  move: endpoint(
    'PUT /tasks/{task}/place',
    { summary: 'Move a task on the board', tag, errors: changing },
    ofTask.extend({
      column: Column,
      /** Null: to the front. In `done` the latest stands in front whatever this says. */
      behind: Uuid.nullable(),
    }),
    TeamTask,
  ),
  bring: endpoint(
    'PUT /tasks/{task}/team',
    { summary: 'Take a task to the board of another team of yours', tag, errors: changing },
    ofTask.extend({
      /** Who takes it stays where they are in that team too. */
      team: Uuid,
    }),
    TaskWithThread,
  ),
  archiveDone: endpoint(
    'POST /teams/{team}/tasks/archive',
    { summary: 'Archive everything that is done', tag, errors: changing },
    ofTeam,
    z.object({ archived: z.number().int() }),
  ),
  archived: endpoint(
    'GET /teams/{team}/tasks/archived',
    { summary: 'What was archived or dropped, the latest first', tag, errors },
    Page.extend({ team: Uuid }),
    PageOfTasks,
  ),
  mine: endpoint(
    'GET /me/tasks',
    {
      summary: 'Your tasks in all teams: what is due first',
      tag,
      errors: ['signed-out'],
    },
    Page.extend({
      team: Uuid.optional(),
      column: Column.optional(),
      due: z.enum(['overdue', 'week', 'none']).optional(),
      tag: z.string().max(40).optional(),
      archived: z.enum(['yes', 'no']).default('no'),
    }),
    PageOfTasks,
  ),
  say: endpoint(
    'POST /tasks/{task}/comments',
    {
      summary: 'Say something in a task’s thread; `@Name` tells that person',
      tag,
      errors: changing,
    },
    ofTask.extend({ text: name(4_000) }),
    TaskWithThread,
  ),
  reword: endpoint(
    'PATCH /tasks/{task}/comments/{comment}',
    { summary: 'Change what you said', tag, errors: changing },
    ofTask.extend({ comment: Uuid, text: name(4_000) }),
    TaskWithThread,
  ),
  unsay: endpoint(
    'DELETE /tasks/{task}/comments/{comment}',
    { summary: 'Take back what you said', tag, errors: changing },
    ofTask.extend({ comment: Uuid }),
    TaskWithThread,
  ),
  promises: endpoint(
    'GET /teams/{team}/promises',
    { summary: 'How many promises a team kept, and whether they helped', tag, errors },
    ofTeam.extend({ by: z.enum(['week', 'month']).default('week') }),
    z.object({
      periods: z.array(PromisePeriod),
      whole: PromisePeriod.omit({ from: true }),
    }),
  ),
  due: endpoint(
    'GET /teams/{team}/promises/open',
    { summary: 'How much the next meeting has to look at', tag, errors },
    ofTeam,
    z.object({ open: z.number().int(), toAsk: z.number().int() }),
  ),
};
