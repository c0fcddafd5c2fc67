import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { GuestPolicy, Language, name, Uuid } from './shapes.ts';

const tag = 'teams';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
const ofTeam = z.object({ team: Uuid });

export const TeamSettings = z.object({
  name: name(80),
  /** Whether people without an account may come to this team's meetings by link. */
  guests: GuestPolicy,
  /** After so many days without a command a meeting ends by itself. */
  idleEndDays: z.number().int().min(1).max(90),
  language: Language,
});

export const Team = TeamSettings.extend({
  id: Uuid,
  organization: z.object({ id: Uuid, name: z.string() }),
  role: z.enum(['lead', 'member']),
  members: z.array(
    z.object({
      id: Uuid,
      name: z.string(),
      role: z.enum(['lead', 'member']),
      joinedAt: z.iso.datetime(),
      you: z.boolean(),
    }),
  ),
});
export type Team = z.infer<typeof Team>;

export const teams = {
  create: endpoint(
    'POST /teams',
    {
      summary: 'Make another team in an organization',
      tag,
      errors: [...errors, 'plan-limit'],
    },
    z.object({ organization: Uuid, name: name(80) }),
    z.object({ team: Uuid }),
  ),
  get: endpoint(
    'GET /teams/{team}',
    { summary: 'A team with its members', tag, errors },
    ofTeam,
    Team,
  ),
  change: endpoint(
    'PATCH /teams/{team}',
    { summary: 'Change what a team lead may decide', tag, errors },
    TeamSettings.partial().extend(ofTeam.shape),
    Team,
  ),
  setRole: endpoint(
    'PUT /teams/{team}/members/{member}',
    { summary: 'Make somebody lead or member', tag, errors: [...errors, 'last-lead'] },
    ofTeam.extend({ member: Uuid, role: z.enum(['lead', 'member']) }),
    Team,
  ),
  removeMember: endpoint(
    'DELETE /teams/{team}/members/{member}',
    { summary: 'Remove somebody, or leave', tag, errors: [...errors, 'last-lead'] },
    ofTeam.extend({ member: Uuid }),
    nothing,
  ),
};
