import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { isOverLimit } from './over-limit.ts';
import { settleTeams, type Ports as SettlePorts } from './settle.ts';

interface Ports extends SettlePorts {
  readonly db: Db;
  readonly log: Logger;
}

/**
 * Every hour: gives notice where an organization has too many teams, reminds, and takes notices back
 * that have no reason any more, such as on a server that has switched plans off. Any number of servers
 * may do this at once: each organization is locked, and what was told is kept.
 */
export async function tendPlans({ db, log, ...ports }: Ports): Promise<void> {
  for (const organization of await concerned(db, ports.settings)) {
    try {
      await db.transaction().execute((tx) => settleTeams(tx, ports, organization));
    } catch (error) {
      // One organization must not keep the others waiting.
      log.warn({ err: error, organization }, 'could not look after the plan of an organization');
    }
  }
}

/** Organizations with too many teams, or with a team that has been given notice. */
async function concerned(db: Db, settings: SettlePorts['settings']): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select team.organization_id as id
    from team
    left join team_state on team_state.team_id = team.id
    left join organization_plan on organization_plan.organization_id = team.organization_id
    group by team.organization_id
    having bool_or(team_state.read_only_from is not null)
      or ${isOverLimit(settings)}
    order by team.organization_id`.execute(db);
  return rows.map(({ id }) => id);
}
