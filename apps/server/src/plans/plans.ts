/**
 * What each plan allows, by the name of the limit; `null`: as much as one likes. A new limit is a line in
 * `Limits`, a figure in every plan, and the place that asks for it (as `room.ts` does).
 */
export interface Limits {
  /** Teams of an organization that are not archived. */
  readonly activeTeams: number | null;
}

export const PLANS = {
  free: { limits: { activeTeams: 2 } },
  team: { limits: { activeTeams: 100 } },
  enterprise: { limits: { activeTeams: null } },
} as const satisfies Record<string, { readonly limits: Limits }>;

export type PlanName = keyof typeof PLANS;

/** What an organization has that has no other plan, and falls back to. */
export const FIRST_PLAN: PlanName = 'free';

export function isPlan(name: string): name is PlanName {
  return Object.hasOwn(PLANS, name);
}

/** What holds on a server without plans. */
export const NO_LIMITS: Limits = { activeTeams: null };
