import type { OrganizationPlan } from '@rondo/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

/** After paying, the message of the payment service takes a moment; so often it is asked for, ms. */
const WAITING = 2_000;

/** What an organization may have and what is used. @param isAwaited until a payment is known here */
export const usePlan = (
  organization: string,
  isAwaited = false,
): UseQueryResult<OrganizationPlan> =>
  useQuery({
    ...api.plans.get.queryOptions({ input: { organization } }),
    refetchInterval: ({ state }) =>
      isAwaited && state.data?.subscription?.status !== 'active' ? WAITING : false,
  });

/** How many teams may still be made; null: as many as one likes, or not known yet. */
export function roomIn(plan: OrganizationPlan | undefined): number | null {
  if (!plan || plan.limits.activeTeams === null) return null;
  return Math.max(0, plan.limits.activeTeams - plan.used.activeTeams);
}

/** Whether somebody may change the plan. */
export const paysIn = ({ role }: Pick<OrganizationPlan, 'role'>): boolean =>
  role === 'owner' || role === 'billing';
