import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Email, name, Token, Uuid } from './shapes.ts';

const tag = 'organizations';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
const ofOrganization = z.object({ organization: Uuid });
const ofPerson = ofOrganization.extend({ person: Uuid });

/** Owners and admins manage; `billing` looks after plan and payment and is a member otherwise. */
export const OrganizationRole = z.enum(['owner', 'admin', 'billing', 'member']);
export type OrganizationRole = z.infer<typeof OrganizationRole>;

/** `archived` and `read-only` teams can only be read. */
export const TeamCondition = z.enum(['open', 'archived', 'read-only']);
export type TeamCondition = z.infer<typeof TeamCondition>;

/**
 * How people with a verified address of one of its domains come into an organization: not by
 * themselves, after asking, or at once.
 */
export const Joining = z.enum(['off', 'ask', 'join']);
export type Joining = z.infer<typeof Joining>;

/** A page of a list in the order of names. */
const Named = z.object({
  /** Part of a name or of an address. */
  find: z.string().trim().max(100).optional(),
  /** Where the last page ended: its `next`. */
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const Organization = z.object({
  id: Uuid,
  name: z.string(),
  /** Yours. */
  role: OrganizationRole,
  joining: Joining,
  people: z.number().int(),
  /** That are not archived. */
  teams: z.number().int(),
  /** Requests to join that you may answer and nobody has. */
  requests: z.number().int(),
});
export type Organization = z.infer<typeof Organization>;

export const OrganizationPerson = z.object({
  id: Uuid,
  name: z.string(),
  /** For owners and admins; null for others. */
  email: z.string().nullable(),
  role: OrganizationRole,
  teams: z.number().int(),
  joinedAt: z.iso.datetime(),
  you: z.boolean(),
});
export type OrganizationPerson = z.infer<typeof OrganizationPerson>;

export const OrganizationTeam = z.object({
  id: Uuid,
  name: z.string(),
  people: z.number().int(),
  isPublic: z.boolean(),
  condition: TeamCondition,
  /** Yours; null: you are not in it. */
  role: z.enum(['lead', 'member']).nullable(),
  /** Your request to join that nobody has answered yet; it can be taken back. */
  asked: Uuid.nullable(),
  /** You may change, archive, move it: as its lead, or as owner or admin of the organization. */
  manages: z.boolean(),
});
export type OrganizationTeam = z.infer<typeof OrganizationTeam>;

export const Domain = z.object({
  domain: z.string(),
  verifiedAt: z.iso.datetime(),
});
export type Domain = z.infer<typeof Domain>;

export const JoinRequest = z.object({
  id: Uuid,
  person: z.object({ id: Uuid, name: z.string(), email: z.string() }),
  /** Null: into the organization alone. */
  team: z.object({ id: Uuid, name: z.string() }).nullable(),
  askedAt: z.iso.datetime(),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

/** An organization that somebody may join as their address is of one of its domains. */
export const OfferedOrganization = z.object({
  id: Uuid,
  name: z.string(),
  joining: z.enum(['ask', 'join']),
  /** Your request that nobody has answered yet; it can be taken back. */
  asked: Uuid.nullable(),
});
export type OfferedOrganization = z.infer<typeof OfferedOrganization>;

export const organizations = {
  offered: endpoint(
    'GET /organizations/offered',
    {
      summary: 'Organizations that you may join by your mail address',
      tag,
      errors: ['signed-out'],
    },
    nothing,
    z.object({ organizations: z.array(OfferedOrganization) }),
  ),
  create: endpoint(
    'POST /organizations',
    { summary: 'Make another organization, with a first team', tag, errors: ['signed-out'] },
    z.object({ name: name(80), team: name(80) }),
    z.object({ organization: Uuid, team: Uuid }),
  ),
  get: endpoint(
    'GET /organizations/{organization}',
    { summary: 'An organization you are in', tag, errors },
    ofOrganization,
    Organization,
  ),
  change: endpoint(
    'PATCH /organizations/{organization}',
    { summary: 'Rename it, or change how people join', tag, errors },
    ofOrganization.extend({ name: name(80).optional(), joining: Joining.optional() }),
    Organization,
  ),
  people: endpoint(
    'GET /organizations/{organization}/people',
    { summary: 'Who is in it, by name', tag, errors },
    Named.extend({ organization: Uuid, role: OrganizationRole.optional() }),
    z.object({ people: z.array(OrganizationPerson), next: z.string().nullable() }),
  ),
  setRole: endpoint(
    'PUT /organizations/{organization}/people/{person}',
    { summary: 'Give somebody another role', tag, errors: [...errors, 'last-owner'] },
    ofPerson.extend({ role: OrganizationRole }),
    nothing,
  ),
  removePerson: endpoint(
    'DELETE /organizations/{organization}/people/{person}',
    {
      summary: 'Remove somebody from it and all its teams, or leave',
      tag,
      errors: [...errors, 'last-owner'],
    },
    ofPerson,
    nothing,
  ),
  transfer: endpoint(
    'POST /organizations/{organization}/transfer',
    { summary: 'Make somebody else owner in your place; you become admin', tag, errors },
    ofPerson,
    nothing,
  ),
  teams: endpoint(
    'GET /organizations/{organization}/teams',
    { summary: 'Its teams, by name', tag, errors },
    Named.extend({
      organization: Uuid,
      show: z.enum(['active', 'archived', 'yours']).default('active'),
    }),
    z.object({ teams: z.array(OrganizationTeam), next: z.string().nullable() }),
  ),
  domains: endpoint(
    'GET /organizations/{organization}/domains',
    { summary: 'Mail domains that are shown to be its own', tag, errors },
    ofOrganization,
    z.object({ domains: z.array(Domain) }),
  ),
  /** Public mail providers are refused: `not-allowed`. */
  addDomain: endpoint(
    'POST /organizations/{organization}/domains',
    {
      summary: 'Verify a domain by an address there: your own at once, others by a mailed link',
      tag,
      errors,
    },
    ofOrganization.extend({ email: Email }),
    z.object({ verified: z.boolean() }),
  ),
  confirmDomain: endpoint(
    'POST /organizations/domains/confirm',
    {
      summary: 'Follow the mailed link that verifies a domain',
      tag,
      errors: ['signed-out', 'expired', 'not-allowed'],
    },
    z.object({ token: Token }),
    z.object({ organization: Uuid, domain: z.string() }),
  ),
  removeDomain: endpoint(
    'DELETE /organizations/{organization}/domains/{domain}',
    { summary: 'People of this domain no longer join by themselves', tag, errors },
    ofOrganization.extend({ domain: z.string().max(253) }),
    nothing,
  ),
  join: endpoint(
    'POST /organizations/{organization}/join',
    { summary: 'Join by your mail address, or ask to', tag, errors },
    ofOrganization,
    z.object({ joined: z.boolean() }),
  ),
  requests: endpoint(
    'GET /organizations/{organization}/requests',
    { summary: 'Requests to join it or its teams that you may answer', tag, errors },
    ofOrganization,
    z.object({ requests: z.array(JoinRequest) }),
  ),
  answer: endpoint(
    'POST /requests/{request}/answer',
    {
      summary: 'Let somebody in, or not',
      tag,
      errors: [...errors, 'conflict', 'archived', 'read-only'],
    },
    z.object({ request: Uuid, answer: z.enum(['yes', 'no']) }),
    nothing,
  ),
  withdraw: endpoint(
    'DELETE /requests/{request}',
    { summary: 'Take back your own request', tag, errors },
    z.object({ request: Uuid }),
    nothing,
  ),
};
