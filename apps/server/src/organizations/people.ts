import type { OrganizationPerson } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { anywhere, isBehindName, pageByName } from '../paging/by-name.ts';
import { manages, needOrganization, type OrganizationRole } from './access.ts';

interface Query {
  readonly organization: string;
  readonly find?: string | undefined;
  readonly role?: OrganizationRole | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly sorted: string;
  readonly email: string;
  readonly role: OrganizationRole;
  readonly teams: string;
  readonly joined_at: Date;
}

const COLUMNS = { lowered: sql`lower(person.name)`, id: sql.ref('person.id') };

/** Who is in an organization, by name. Mail addresses are shown to, and found by, owners and admins alone. */
export async function listPeople(
  db: Db,
  user: string,
  { organization, find, role, after, limit }: Query,
): Promise<{ people: OrganizationPerson[]; next: string | null }> {
  const seesMail = manages(await needOrganization(db, user, organization, 'read'));
  const wanted = find ? anywhere(find) : null;
  const asRole = sql`case when billing.user_id is not null and member.role = 'member'
    then 'billing' else member.role end`;
  const { rows } = await sql<Row>`
    with page as (
      select person.id, person.name, lower(person.name) as sorted, person.email,
             ${asRole} as role, member.joined_at
      from organization_member member
      join "user" person on person.id = member.user_id
      left join organization_billing billing
        on billing.organization_id = member.organization_id and billing.user_id = member.user_id
      where member.organization_id = ${organization}
      ${wanted === null ? sql`` : sql`and (person.name ilike ${wanted} ${seesMail ? sql`or person.email ilike ${wanted}` : sql``})`}
      ${role === undefined ? sql`` : sql`and ${asRole} = ${role}`}
      and ${isBehindName(after, COLUMNS)}
      order by lower(person.name), person.id
      limit ${limit + 1}
    )
    select page.*, (
      select count(*) from team_member
      join team on team.id = team_member.team_id
      left join team_state on team_state.team_id = team.id
      where team_member.user_id = page.id and team.organization_id = ${organization}
        and team_state.archived_at is null
    ) as teams
    from page order by sorted, id`.execute(db);
  const { page, next } = pageByName(rows, limit);
  return {
    people: page.map((row) => ({
      id: row.id,
      name: row.name,
      email: seesMail ? row.email : null,
      role: row.role,
      teams: Number(row.teams),
      joinedAt: row.joined_at.toISOString(),
      you: row.id === user,
    })),
    next,
  };
}
