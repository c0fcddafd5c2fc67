import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { roleInOrganization } from '../organizations/access.ts';
import { roleInTeam } from '../teams/access.ts';
import type { HookRow } from './hook.ts';

/** Of what a webhook is. */
export type Owner = { readonly team: string } | { readonly organization: string };

const MANAGERS: readonly (string | null)[] = ['owner', 'admin'];

/**
 * Leads of the team, and owners and admins of its organization. Others who are in the team or the
 * organization get `not-allowed`; everybody else `not-found`: they do not learn whether it is there.
 */
export async function needKeeper(db: Db, user: string, owner: Owner): Promise<void> {
  if ('organization' in owner) {
    const role = await roleInOrganization(db, user, owner.organization);
    if (role === null) throw problem('not-found');
    if (!MANAGERS.includes(role)) throw problem('not-allowed');
    return;
  }
  const row = await db
    .selectFrom('team')
    .select('organization_id')
    .where('id', '=', owner.team)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const inTeam = await roleInTeam(db, user, owner.team);
  if (inTeam === 'lead') return;
  const role = await roleInOrganization(db, user, row.organization_id);
  if (MANAGERS.includes(role)) return;
  throw problem(inTeam === null ? 'not-found' : 'not-allowed');
}

/** The webhook, for whoever looks after it. */
export async function needHook(db: Db, user: string, id: string): Promise<HookRow> {
  const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not-found');
  await needKeeper(db, user, ownerOf(row));
  return row;
}

export function ownerOf({ team_id, organization_id }: HookRow): Owner {
  // The table holds exactly one of the two.
  return team_id === null ? { organization: organization_id ?? '' } : { team: team_id };
}
