import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { TeamCondition } from './organizations.ts';
import { GuestPolicy, Language, name, Uuid } from './shapes.ts';

const tag = 'teams';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
/** Where something of a team is changed. */
const changing = [...errors, 'archived', 'read-only'] as const;
const ofTeam = z.object({ team: Uuid });

export const TeamSettings = z.object({
  name: name(80),
  /** Whether people without an account may come to this team's meetings by link. */
  guests: GuestPolicy,
  /** After so many days without a command a meeting ends by itself. */
  idleEndDays: z.number().int().min(1).max(90),
  language: Language,
  /** Anybody in the organization may join; else they ask. */
  isPublic: z.boolean(),
});

export const Team = TeamSettings.extend({
  id: Uuid,
  organization: z.object({ id: Uuid, name: z.string() }),
  /**
   * Null: you are not in it, and see it as owner or admin of its organization, or, without its members,
   * as a colleague who may join it as it is public.
   */
  role: z.enum(['lead', 'member']).nullable(),
  /** You may do what leads do: as one, or as owner or admin of the organization. */
  manages: z.boolean(),
  /** Your request to join that nobody has answered yet; it can be taken back. */
  asked: Uuid.nullable(),
  condition: TeamCondition,
  /** More than the plan allows: from when it can only be read; it may have passed. */
  readOnlyFrom: z.iso.datetime().nullable(),
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
    z.object({ organization: Uuid, name: name(80), isPublic: z.boolean().default(false) }),
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
    { summary: 'Change what a team lead may decide', tag, errors: changing },
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
  join: endpoint(
    'POST /teams/{team}/join',
    { summary: 'Join a public team, or ask to join a private one', tag, errors: changing },
    ofTeam,
    z.object({ joined: z.boolean() }),
  ),
  archive: endpoint(
    'POST /teams/{team}/archive',
    { summary: 'Put a team away: it can be read, and counts for no limit', tag, errors },
    ofTeam,
    Team,
  ),
  restore: endpoint(
    'POST /teams/{team}/restore',
    {
      summary: 'Go on with an archived team',
      tag,
      errors: [...errors, 'plan-limit', 'conflict'],
    },
    ofTeam,
    Team,
  ),
  /** Before it is moved: how many of its members would become members of that organization. */
  lookAhead: endpoint(
    'GET /teams/{team}/move',
    { summary: 'What moving a team to another organization would do', tag, errors },
    ofTeam.extend({ organization: Uuid }),
    z.object({ newcomers: z.number().int() }),
  ),
  move: endpoint(
    'POST /teams/{team}/move',
    {
      summary: 'Move a team to another organization of which you are owner or admin',
      tag,
      errors: [...errors, 'plan-limit'],
    },
    ofTeam.extend({ organization: Uuid }),
    Team,
  ),
  merge: endpoint(
    'POST /teams/{team}/merge',
    {
      summary: 'Put everything of a team and its members into another of the same organization',
      tag,
      errors: changing,
    },
    ofTeam.extend({ into: Uuid }),
    Team,
  ),
};
