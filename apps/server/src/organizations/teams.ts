import type { OrganizationTeam } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { anywhere, isBehindName, pageByName } from '../paging/by-name.ts';
import type { TeamRole } from '../teams/access.ts';
import { condition, type TeamCondition } from '../teams/open.ts';
import { manages, needOrganization } from './access.ts';

interface Query {
  readonly organization: string;
  readonly find?: string | undefined;
  readonly show: 'active' | 'archived' | 'yours';
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly sorted: string;
  readonly people: string;
  readonly is_public: boolean;
  readonly condition: TeamCondition;
  readonly role: TeamRole | null;
  readonly asked: string | null;
}

const COLUMNS = { lowered: sql`lower(team.name)`, id: sql.ref('team.id') };

/** The teams of an organization, by name, for any of its people: that a team exists is no secret among them. */
export async function listTeams(
  db: Db,
  user: string,
  { organization, find, show, after, limit }: Query,
): Promise<{ teams: OrganizationTeam[]; next: string | null }> {
  const managesAll = manages(await needOrganization(db, user, organization, 'read'));
  const which = {
    active: sql`team_state.archived_at is null`,
    archived: sql`team_state.archived_at is not null`,
    yours: sql`team_state.archived_at is null and you.role is not null`,
  }[show];
  const { rows } = await sql<Row>`
    with page as (
      select team.id, team.name, lower(team.name) as sorted, you.role,
             coalesce(team_state.is_public, false) as is_public, ${condition} as condition
      from team
      left join team_state on team_state.team_id = team.id
      left join team_member you on you.team_id = team.id and you.user_id = ${user}
      where team.organization_id = ${organization} and ${which}
      ${find ? sql`and team.name ilike ${anywhere(find)}` : sql``}
      and ${isBehindName(after, COLUMNS)}
      order by lower(team.name), team.id
      limit ${limit + 1}
    )
    select page.*,
           (select count(*) from team_member where team_member.team_id = page.id) as people,
           (select id from join_request where join_request.team_id = page.id
            and join_request.user_id = ${user}) as asked
    from page order by sorted, id`.execute(db);
  const { page, next } = pageByName(rows, limit);
  return {
    teams: page.map((row) => ({
      id: row.id,
      name: row.name,
      people: Number(row.people),
      isPublic: row.is_public,
      condition: row.condition,
      role: row.role,
      asked: row.asked,
      manages: managesAll || row.role === 'lead',
    })),
    next,
  };
}
