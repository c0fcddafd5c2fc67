import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { Uuid } from './shapes.ts';

const tag = 'data';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;

const Retention = z.object({
  /** What remains of meetings is deleted so many months after their end; null: never. */
  months: z.number().int().min(1).max(120).nullable(),
  /** How many meetings are older than that by now. */
  older: z.number().int(),
});

export const retention = {
  get: endpoint(
    'GET /teams/{team}/retention',
    { summary: 'How long a team keeps what remains of its meetings', tag, errors },
    z.object({ team: Uuid }),
    Retention,
  ),
  set: endpoint(
    'PUT /teams/{team}/retention',
    { summary: 'Change how long a team keeps what remains of its meetings', tag, errors },
    z.object({ team: Uuid, months: z.number().int().min(1).max(120).nullable() }),
    Retention,
  ),
};
