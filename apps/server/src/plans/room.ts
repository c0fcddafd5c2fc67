import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import type { Settings } from '../settings/list.ts';
import { limitsOf } from './current.ts';

/**
 * Before a team becomes active in an organization — made, restored, moved in, imported — and in the
 * transaction of that: throws `plan-limit` when there may be no more of them. Until the transaction
 * ends, no other one gets past here for this organization, so that two at the same moment, on whatever
 * servers, do not both take the last place. Nothing happens on a server without plans.
 */
export async function needRoomForTeam(
  tx: Db,
  settings: Pick<Settings, 'plans'>,
  organization: string,
): Promise<void> {
  if (settings.plans === 'off') return;
  await lockPlan(tx, organization);
  const { activeTeams } = await limitsOf(tx, settings, organization);
  if (activeTeams === null) return;
  if ((await countActiveTeams(tx, organization)) >= activeTeams) throw problem('plan-limit');
}

/** One change at a time of what an organization may have, and of how much of it is used. */
export async function lockPlan(tx: Db, organization: string): Promise<void> {
  await tx
    .selectFrom('organization')
    .select('id')
    .where('id', '=', organization)
    // Rows that only refer to the organization can still be made meanwhile.
    .forNoKeyUpdate()
    .execute();
}

/** How many teams count: all that are not archived, those that are read-only for now among them. */
export async function countActiveTeams(db: Db, organization: string): Promise<number> {
  const { count } = await db
    .selectFrom('team')
    .leftJoin('team_state', 'team_state.team_id', 'team.id')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
