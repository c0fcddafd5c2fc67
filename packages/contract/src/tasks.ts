import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { MeetingKey, name, Uuid } from './shapes.ts';

const tag = 'tasks';
const errors = ['signed-out', 'not-found'] as const;

const Status = z.enum(['open', 'done', 'dropped']);
const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** What a team has agreed on in one of its meetings. */
export const TeamTask = z.object({
  id: Uuid,
  text: z.string(),
  /** `id` is null for those who have no account, or have it no longer. */
  owner: z.object({ id: Uuid.nullable(), name: z.string() }).nullable(),
  /** YYYY-MM-DD. */
  due: z.string().nullable(),
  status: Status,
  /** Where it was agreed on; the id is null once that meeting is deleted. */
  meeting: z.object({ id: MeetingKey.nullable(), name: z.string() }),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** What people said when it was done, without names; null where nobody was asked or too few have answered. */
  helped: z.object({ yes: z.number().int(), no: z.number().int() }).nullable(),
});
export type TeamTask = z.infer<typeof TeamTask>;

export const tasks = {
  list: endpoint(
    'GET /teams/{team}/tasks',
    { summary: 'What a team has agreed on, the latest first', tag, errors },
    z.object({ team: Uuid, status: Status.default('open') }),
    z.object({ tasks: z.array(TeamTask) }),
  ),
  change: endpoint(
    'PATCH /tasks/{task}',
    { summary: 'Close a task, open it again, or change it', tag, errors },
    z.object({
      task: Uuid,
      text: name(500).optional(),
      /** A member of the team; null: nobody. */
      owner: Uuid.nullable().optional(),
      due: Day.nullable().optional(),
      status: Status.optional(),
    }),
    TeamTask,
  ),
};
