import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { MeetingSummary } from './meetings.ts';
import { LocalText, MeetingKey, Page, Uuid } from './shapes.ts';

const tag = 'today';
const Named = z.object({ id: Uuid, name: z.string() });

export const TeamMeeting = MeetingSummary.extend({ team: Named });
export type TeamMeeting = z.infer<typeof TeamMeeting>;

export const TodayTask = z.object({
  id: Uuid,
  text: z.string(),
  /** YYYY-MM-DD. */
  due: z.string().nullable(),
  team: Named,
});
export type TodayTask = z.infer<typeof TodayTask>;

export const Planned = z.object({
  at: z.iso.datetime(),
  zone: z.string(),
  name: z.string(),
  series: Uuid,
  team: Named,
});
export type Planned = z.infer<typeof Planned>;

/** What has happened in a team. What people see of it is looked up anew each time. */
const Event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meeting'),
    meeting: MeetingKey,
    name: z.string(),
    activity: z.object({ id: z.string(), name: LocalText }),
    people: z.number().int(),
    tasks: z.number().int(),
  }),
  z.object({
    kind: z.literal('task'),
    task: Uuid,
    text: z.string(),
    status: z.enum(['done', 'dropped']),
    owner: z.string().nullable(),
  }),
  z.object({ kind: z.enum(['joined', 'left', 'removed']), name: z.string() }),
  z.object({
    kind: z.enum(['moved', 'merged']),
    /** Of the organization that the team came from, or the team that became part of this one. */
    name: z.string(),
  }),
  z.object({ kind: z.enum(['made', 'archived', 'restored', 'read-only']) }),
  z.object({
    kind: z.literal('report'),
    report: Uuid,
    title: z.string(),
    number: z.number().int().nullable(),
  }),
]);
export const TeamEvent = z.object({ id: z.string(), at: z.iso.datetime(), what: Event });
export type TeamEvent = z.infer<typeof TeamEvent>;

export const today = {
  get: endpoint(
    'GET /me/today',
    {
      summary: 'What needs you now, what runs, and what comes up in all your teams',
      tag,
      errors: ['signed-out'],
    },
    z.object({
      /** The day it is where you are; absent: in UTC. */
      day: z.iso.date().optional(),
    }),
    z.object({
      /** Meetings over days that wait for your part, the soonest to close first. */
      waiting: z.array(z.object({ meeting: TeamMeeting, closesAt: z.iso.datetime().nullable() })),
      /** The others that run, the latest first. */
      running: z.array(TeamMeeting),
      /** Your open tasks that are due within a week, overdue ones first. */
      tasks: z.array(TodayTask),
      openTasks: z.number().int(),
      /** Tasks of yours that are done for a week: did they help? The team's next meeting asks. */
      helped: z.array(TodayTask),
      /** How many people ask to join what you look after. */
      requests: z.array(z.object({ organization: Named, count: z.number().int() })),
      /** Of the next seven days, the soonest first. */
      planned: z.array(Planned),
      /** What ended last. */
      outcomes: z.array(TeamMeeting),
    }),
  ),
  timeline: endpoint(
    'GET /teams/{team}/timeline',
    {
      summary: 'What has happened in a team, the latest first',
      tag,
      errors: ['signed-out', 'not-found'],
    },
    Page.extend({
      team: Uuid,
      kind: z.enum(['meeting', 'task', 'report', 'team']).optional(),
      /** Meetings of this activity alone. */
      activity: z.string().max(60).optional(),
    }),
    z.object({ events: z.array(TeamEvent), next: z.string().nullable() }),
  ),
};
