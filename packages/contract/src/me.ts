import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { OrganizationRole, TeamCondition } from './organizations.ts';
import { Email, Language, name, Password, Token, Uuid } from './shapes.ts';

export const Me = z.object({
  id: Uuid,
  name: z.string(),
  email: z.string(),
  language: Language.nullable(),
  ownsServer: z.boolean(),
  organizations: z.array(
    z.object({
      id: Uuid,
      name: z.string(),
      role: OrganizationRole,
      teams: z.array(
        z.object({
          id: Uuid,
          name: z.string(),
          role: z.enum(['lead', 'member']),
          condition: TeamCondition,
        }),
      ),
    }),
  ),
});
export type Me = z.infer<typeof Me>;

const tag = 'account';

export const me = {
  /** Answers the same for known and unknown addresses; what happens next is in the mail. */
  signUp: endpoint(
    'POST /me/sign-up',
    {
      summary: 'Ask for an account; a mail with a link follows',
      tag,
      errors: ['not-claimed', 'not-allowed', 'expired'],
    },
    z.object({
      name: name(60),
      email: Email,
      password: Password,
      language: Language,
      /** Where the mailed link leads, a path of this app. */
      next: z
        .string()
        .regex(/^\/[^/\\]/)
        .max(300)
        .optional(),
    }),
    nothing,
  ),
  /**
   * Follows a mailed link, once: signs in, and makes the account if the link was mailed for that. A
   * request of its own and no page, because programs that check mails open the pages of links.
   */
  enter: endpoint(
    'POST /me/enter',
    { summary: 'Sign in with the token of a mailed link', tag, errors: ['expired'] },
    z.object({ token: Token }),
    nothing,
  ),
  get: endpoint(
    'GET /me',
    { summary: 'Who is signed in', tag, errors: ['signed-out'] },
    nothing,
    Me,
  ),
  change: endpoint(
    'PATCH /me',
    { summary: 'Change your name or language', tag, errors: ['signed-out'] },
    z.object({ name: name(60).optional(), language: Language.nullable().optional() }),
    Me,
  ),
};
