import * as z from 'zod';
import { endpoint } from './endpoint.ts';

export const AuditedAct = z.object({
  /** Its place in the chain: 1, 2, 3 … */
  n: z.int(),
  at: z.iso.datetime(),
  /** Such as `member-removed`. The list grows from release to release. */
  act: z.string(),
  /** The account that did it; null: a guest, somebody unknown, or the server by itself. */
  actor: z.string().nullable(),
  /** The first part of the network address it came from. */
  network: z.string().nullable(),
  /** Ids, figures and words of closed lists. */
  about: z.record(z.string(), z.string()),
  /** Over this act and the one before. */
  hash: z.string(),
});
export type AuditedAct = z.infer<typeof AuditedAct>;

/** For the server's owner alone; to everybody else there is nothing here. */
export const audit = {
  list: endpoint(
    'GET /operations/audit',
    {
      summary: 'What was done to accounts, teams, meetings and the server, the latest first',
      tag: 'operations',
      errors: ['signed-out', 'not-found'],
    },
    z.object({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    z.object({ acts: z.array(AuditedAct), next: z.int().nullable() }),
  ),
};
