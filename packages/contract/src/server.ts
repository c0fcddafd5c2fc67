import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Email, Language, name, Password } from './shapes.ts';

export const ServerInfo = z.object({
  version: z.string(),
  /** False until the first account has been made. */
  claimed: z.boolean(),
  signUp: z.enum(['open', 'invited']),
  /** `outbox`: mails are not sent but kept for the server's owner to read. */
  mail: z.enum(['smtp', 'outbox']),
});

export const server = {
  info: endpoint(
    'GET /server',
    { summary: 'What this server is', tag: 'server' },
    nothing,
    ServerInfo,
  ),
  claim: endpoint(
    'POST /server/claim',
    {
      summary: 'Make the first account, which owns the server',
      tag: 'server',
      errors: ['wrong-code', 'conflict'],
    },
    z.object({
      code: z.string().min(4).max(40),
      name: name(60),
      email: Email,
      password: Password,
      organization: name(80),
      team: name(80),
      language: Language,
    }),
    z.object({ team: z.uuid() }),
  ),
};
