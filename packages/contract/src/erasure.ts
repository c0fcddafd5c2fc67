import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Uuid } from './shapes.ts';

const tag = 'data';

/** What happens when somebody has their account erased. */
export const ErasurePreview = z.object({
  /** Has a password; else a code is mailed. */
  password: z.boolean(),
  ownsServer: z.boolean(),
  /** They need another owner or lead first. */
  lastOwnerOf: z.array(z.object({ id: Uuid, name: z.string() })),
  lastLeadOf: z.array(z.object({ id: Uuid, name: z.string() })),
  /** Nobody else is in them: they are deleted with everything in them. */
  deleted: z.object({
    organizations: z.array(z.object({ id: Uuid, name: z.string() })),
    teams: z.array(z.object({ id: Uuid, name: z.string() })),
  }),
  /** Where your name is replaced. */
  meetings: z.number().int(),
  tasks: z.number().int(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const erasure = {
  preview: endpoint(
    'GET /me/erasure',
    { summary: 'What would happen if you had your account erased', tag, errors: ['signed-out'] },
    nothing,
    ErasurePreview,
  ),
  code: endpoint(
    'POST /me/erasure/code',
    { summary: 'Have a code mailed that shows it is you', tag, errors: ['signed-out'] },
    nothing,
    nothing,
  ),
  erase: endpoint(
    'POST /me/erasure',
    {
      summary: 'Erase your account, for good',
      tag,
      errors: ['signed-out', 'not-you', 'not-allowed', 'last-owner', 'last-lead'],
    },
    z.union([
      z.object({ password: z.string().min(1).max(200) }),
      z.object({ code: z.string().min(4).max(20) }),
    ]),
    nothing,
  ),
};
