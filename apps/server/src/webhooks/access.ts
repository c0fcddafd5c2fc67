import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { managersOf, needOrganization } from '../organizations/access.ts';
import { needLead } from '../teams/access.ts';
import { leadsOf } from '../teams/leads.ts';
import type { HookRow } from './hook.ts';

/** Of what a webhook is. */
export type Owner = { readonly team: string } | { readonly organization: string };

/** Leads of the team, and owners and admins of its organization; others as `needLead` and `needOrganization` say. */
export async function needKeeper(db: Db, user: string, owner: Owner): Promise<void> {
  if ('team' in owner) await needLead(db, user, owner.team);
  else await needOrganization(db, user, owner.organization, 'manage');
}

/** Those who are told when something is wrong with it: of a team its leads alone. */
export const keepersOf = (tx: Db, owner: Owner): Promise<string[]> =>
  'team' in owner ? leadsOf(tx, owner.team) : managersOf(tx, owner.organization);

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
