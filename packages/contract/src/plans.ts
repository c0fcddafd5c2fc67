import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { OrganizationRole } from './organizations.ts';
import { Uuid } from './shapes.ts';

const tag = 'plans';
const errors = ['signed-out', 'not-found'] as const;
const ofOrganization = z.object({ organization: Uuid });

export const PlanName = z.enum(['free', 'team', 'enterprise']);
export type PlanName = z.infer<typeof PlanName>;

/** A page of a list in the order of names. */
const Named = z.object({
  /** Part of a name. */
  find: z.string().trim().max(100).optional(),
  /** Where the last page ended: its `next`. */
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** What a plan allows; null: as much as one likes. */
const PlanLimits = z.object({ activeTeams: z.number().int().nullable() });

const Price = z.object({
  /** For one active member, in the smallest unit of the currency. */
  amount: z.number().int(),
  /** Such as `EUR`. */
  currency: z.string(),
  every: z.enum(['day', 'week', 'month', 'year']),
});
export type Price = z.infer<typeof Price>;

export const OrganizationPlan = z.object({
  organization: z.object({ id: Uuid, name: z.string() }),
  /** Yours. */
  role: OrganizationRole,
  /** False: this server has no plans, and nobody is limited. */
  limited: z.boolean(),
  plan: PlanName,
  /** `server`: by the server's owner, whatever is paid; `billing`: by what is paid for. */
  setBy: z.enum(['server', 'billing']).nullable(),
  limits: PlanLimits,
  used: z.object({
    /** That are not archived. */
    activeTeams: z.number().int(),
    /** Members who took part in a meeting or worked on tasks within 28 days. */
    activeMembers: z.number().int(),
  }),
  /** Teams beyond the plan; null: there are none. */
  notice: z
    .object({
      teams: z.number().int(),
      /** From when the first of them can only be read. */
      from: z.iso.datetime(),
      /** It has passed. */
      isOver: z.boolean(),
    })
    .nullable(),
  /** Every plan there is, the smallest first. */
  offers: z.array(
    z.object({
      plan: PlanName,
      limits: PlanLimits,
      /** It can be had by paying; else the owner of the server gives it. */
      isForSale: z.boolean(),
      /** Null: it costs nothing, or it is not known right now. */
      price: Price.nullable(),
    }),
  ),
  /** Null: nothing was ever paid. */
  subscription: z
    .object({
      /** `failing`: the last payment did not go through and is tried again. */
      status: z.enum(['active', 'failing', 'ended']),
      seats: z.number().int().nullable(),
      paidUntil: z.iso.datetime().nullable(),
      /** Cancelled; it ends when what is paid for does. */
      ends: z.boolean(),
    })
    .nullable(),
});
export type OrganizationPlan = z.infer<typeof OrganizationPlan>;

export const CountedTeam = z.object({
  id: Uuid,
  name: z.string(),
  lastActiveAt: z.iso.datetime(),
  /** From when it can only be read; it may have passed. Null: it stays open. */
  readOnlyFrom: z.iso.datetime().nullable(),
  /** An owner has chosen that it stays open. */
  kept: z.boolean(),
});
export type CountedTeam = z.infer<typeof CountedTeam>;

export const ServerPlan = z.object({
  organization: z.object({ id: Uuid, name: z.string() }),
  plan: PlanName,
  setBy: z.enum(['server', 'billing']).nullable(),
  activeTeams: z.number().int(),
});
export type ServerPlan = z.infer<typeof ServerPlan>;

export const plans = {
  get: endpoint(
    'GET /organizations/{organization}/plan',
    { summary: 'What an organization may have, and what is used', tag, errors },
    ofOrganization,
    OrganizationPlan,
  ),
  teams: endpoint(
    'GET /organizations/{organization}/plan/teams',
    { summary: 'Teams that count, by name, and which of them stay open', tag, errors },
    Named.extend({ organization: Uuid }),
    z.object({ teams: z.array(CountedTeam), next: z.string().nullable() }),
  ),
  keep: endpoint(
    'PUT /organizations/{organization}/plan/kept',
    {
      summary: 'Choose which teams stay open where there are more than the plan allows',
      tag,
      errors: [...errors, 'not-allowed', 'plan-limit'],
    },
    ofOrganization.extend({ teams: z.array(Uuid).max(500) }),
    nothing,
  ),
  checkout: endpoint(
    'POST /organizations/{organization}/plan/checkout',
    {
      summary: 'Begin to pay for a plan: the address of a page of the payment service',
      tag,
      errors: [...errors, 'not-allowed', 'conflict'],
    },
    ofOrganization.extend({ plan: PlanName }),
    z.object({ url: z.url() }),
  ),
  portal: endpoint(
    'POST /organizations/{organization}/plan/portal',
    {
      summary: 'Change or end what is paid, see invoices: a page of the payment service',
      tag,
      errors: [...errors, 'not-allowed', 'conflict'],
    },
    ofOrganization,
    z.object({ url: z.url() }),
  ),
  /** For the server's owner alone; to everybody else there is nothing here. */
  ofServer: endpoint(
    'GET /server/plans',
    { summary: 'Organizations of this server with their plans, by name', tag, errors },
    Named,
    z.object({
      limited: z.boolean(),
      organizations: z.array(ServerPlan),
      next: z.string().nullable(),
    }),
  ),
  set: endpoint(
    'PUT /server/plans/{organization}',
    {
      summary: 'Give an organization a plan, whatever it pays; null: what it pays for',
      tag,
      errors,
    },
    ofOrganization.extend({ plan: PlanName.nullable() }),
    nothing,
  ),
};
