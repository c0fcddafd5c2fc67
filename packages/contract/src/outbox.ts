import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Page, Uuid } from './shapes.ts';

const tag = 'outbox';
const errors = ['signed-out', 'not-found'] as const;

export const Mail = z.object({
  id: Uuid,
  to: z.string(),
  subject: z.string(),
  kind: z.string(),
  /** `kept`: there is no mail server; the owner reads it here and passes on what matters. */
  state: z.enum(['queued', 'kept', 'sent', 'failed']),
  error: z.string().nullable(),
  at: z.iso.datetime(),
});
export type Mail = z.infer<typeof Mail>;

/** For the server's owner alone; to everybody else there is nothing here. */
export const outbox = {
  list: endpoint(
    'GET /outbox',
    { summary: 'Mails of this server, the latest first', tag, errors },
    Page,
    z.object({ mails: z.array(Mail), next: z.string().nullable() }),
  ),
  get: endpoint(
    'GET /outbox/{mail}',
    { summary: 'One mail', tag, errors },
    z.object({ mail: Uuid }),
    Mail.extend({ text: z.string(), html: z.string() }),
  ),
  retry: endpoint(
    'POST /outbox/{mail}/retry',
    { summary: 'Send a failed mail again', tag, errors: [...errors, 'conflict'] },
    z.object({ mail: Uuid }),
    nothing,
  ),
};
