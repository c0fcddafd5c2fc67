import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';

/** Whether a team can be worked with; `archived` and `read-only` teams are only read. */
export type TeamCondition = 'open' | 'archived' | 'read-only';

/** By the database's clock. */
export const condition = sql<TeamCondition>`case
  when team_state.archived_at is not null then 'archived'
  when team_state.read_only_from <= now() then 'read-only'
  else 'open' end`;

export async function conditionOf(db: Db, team: string): Promise<TeamCondition> {
  const row = await db
    .selectFrom('team_state')
    .select(condition.as('condition'))
    .where('team_id', '=', team)
    .executeTakeFirst();
  return row?.condition ?? 'open';
}

/**
 * Before anything of a team is added or changed, in the transaction of that: throws `archived` or
 * `read-only`. Running meetings do not ask: they go on to their end.
 */
export async function needOpen(db: Db, team: string): Promise<void> {
  const found = await conditionOf(db, team);
  if (found !== 'open') throw problem(found);
}
