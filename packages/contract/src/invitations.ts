import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Email, Language, MeetingKey, name, Password, Token, Uuid } from './shapes.ts';

const tag = 'invitations';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
const changing = [...errors, 'archived', 'read-only'] as const;

export const Invitation = z.object({
  id: Uuid,
  /** Null: a link that anyone may use who has it. */
  email: z.string().nullable(),
  meeting: MeetingKey.nullable(),
  by: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  uses: z.number().int(),
});
export type Invitation = z.infer<typeof Invitation>;

export const invitations = {
  list: endpoint(
    'GET /teams/{team}/invitations',
    { summary: 'Invitations that can still be used', tag, errors },
    z.object({ team: Uuid }),
    z.object({ invitations: z.array(Invitation) }),
  ),
  createLink: endpoint(
    'POST /teams/{team}/invitations/link',
    {
      summary: 'A link into the team, or on into a running meeting; shown only once',
      tag,
      errors: changing,
    },
    z.object({
      team: Uuid,
      meeting: MeetingKey.optional(),
      days: z.number().int().min(1).max(90).default(30),
    }),
    z.object({ invitation: Invitation, url: z.url() }),
  ),
  mail: endpoint(
    'POST /teams/{team}/invitations/mail',
    { summary: 'Invite people by mail', tag, errors: changing },
    z.object({ team: Uuid, meeting: MeetingKey.optional(), emails: z.array(Email).min(1).max(50) }),
    z.object({ invitations: z.array(Invitation) }),
  ),
  revoke: endpoint(
    'DELETE /invitations/{invitation}',
    { summary: 'Withdraw an invitation', tag, errors },
    z.object({ invitation: Uuid }),
    nothing,
  ),
  /** The token travels in the body: addresses of pages and requests are logged, bodies are not. */
  look: endpoint(
    'POST /invitations/look',
    { summary: 'What an invitation is for', tag, errors: ['expired'] },
    z.object({ token: Token }),
    z.object({
      team: z.string(),
      organization: z.string(),
      by: z.string(),
      /** True: sent to one address; whoever holds it has shown that the address is theirs. */
      addressed: z.boolean(),
      meeting: z.object({ name: z.string() }).nullable(),
    }),
  ),
  accept: endpoint(
    'POST /invitations/accept',
    {
      summary: 'Join with the account you are signed in with',
      tag,
      errors: ['signed-out', 'expired', 'not-allowed', 'archived', 'read-only'],
    },
    z.object({ token: Token }),
    z.object({ team: Uuid, meeting: MeetingKey.nullable() }),
  ),
  /** Without a password the account signs in by mailed links. */
  join: endpoint(
    'POST /invitations/join',
    {
      summary: 'Join from a mailed invitation, making the account on the way',
      tag,
      errors: ['expired', 'conflict', 'archived', 'read-only'],
    },
    z.object({
      token: Token,
      name: name(60),
      password: Password.optional(),
      /** Of the mails; without it the team's. */
      language: Language.optional(),
    }),
    z.object({ team: Uuid, meeting: MeetingKey.nullable() }),
  ),
};
