import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';

/** Owners and admins manage; `billing` looks after plan and payment and is a member otherwise. */
export type OrganizationRole = 'owner' | 'admin' | 'billing' | 'member';

/** Somebody's role in an organization; null: not in it, or there is no such organization. */
export async function roleInOrganization(
  db: Db,
  user: string,
  organization: string,
): Promise<OrganizationRole | null> {
  const row = await db
    .selectFrom('organization_member as member')
    .leftJoin('organization_billing as billing', (join) =>
      join
        .onRef('billing.organization_id', '=', 'member.organization_id')
        .onRef('billing.user_id', '=', 'member.user_id'),
    )
    .select(['member.role', 'billing.user_id as billing'])
    .where('member.organization_id', '=', organization)
    .where('member.user_id', '=', user)
    .executeTakeFirst();
  if (!row) return null;
  return row.role === 'member' && row.billing !== null ? 'billing' : row.role;
}

/** What may be done, by whom. */
const MAY = {
  read: ['owner', 'admin', 'billing', 'member'],
  manage: ['owner', 'admin'],
  pay: ['owner', 'billing'],
  own: ['owner'],
} as const satisfies Record<string, readonly OrganizationRole[]>;

export const manages = (role: OrganizationRole): boolean => role === 'owner' || role === 'admin';

/**
 * The role, where it may do this; else `not-allowed`, and `not-found` for who is not in the organization:
 * they do not learn whether there is one.
 */
export async function needOrganization(
  db: Db,
  user: string,
  organization: string,
  may: keyof typeof MAY,
): Promise<OrganizationRole> {
  const role = await roleInOrganization(db, user, organization);
  if (!role) throw problem('not-found');
  const allowed: readonly OrganizationRole[] = MAY[may];
  if (!allowed.includes(role)) throw problem('not-allowed');
  return role;
}

/** Its owners and admins, to be told something. */
export async function managersOf(tx: Db, organization: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('organization_member')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('role', 'in', MAY.manage)
    .execute();
  return rows.map(({ user_id }) => user_id);
}
