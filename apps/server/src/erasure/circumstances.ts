import type { ErasurePreview } from '@rondo/contract';
import { sql } from 'kysely';
import { ownsServer } from '../accounts/claim.ts';
import type { Db } from '../database/database.ts';

interface Standing {
  id: string;
  name: string;
  others: string;
  peers: string;
}

const named = ({ id, name }: Standing): { id: string; name: string } => ({ id, name });
/** Somebody else is there, and none of them has the role. */
const isLast = ({ others, peers }: Standing): boolean => Number(others) > 0 && Number(peers) === 0;
const isAlone = ({ others }: Standing): boolean => Number(others) === 0;

/** What happens when somebody's account is erased, and what stands against it. */
export async function circumstancesOf(db: Db, user: string): Promise<ErasurePreview> {
  const organizations = await owned(db, user);
  const teams = await led(db, user);
  const deleted = organizations.filter(isAlone);
  const { rows } = await sql<{ password: boolean; meetings: string; tasks: string }>`
    select
      exists (select from account where user_id = ${user} and password is not null) as password,
      (select count(*) from participant where user_id = ${user}) as meetings,
      (select count(*) from task where owner_user = ${user}) as tasks
  `.execute(db);
  const [facts] = rows;
  return {
    password: facts?.password ?? false,
    ownsServer: await ownsServer(db, user),
    lastOwnerOf: organizations.filter(isLast).map(named),
    lastLeadOf: teams.filter(isLast).map(named),
    deleted: { organizations: deleted.map(named), teams: teams.filter(isAlone).map(named) },
    meetings: Number(facts?.meetings ?? 0),
    tasks: Number(facts?.tasks ?? 0),
  };
}

/** Organizations that they own, and who else is in them and owns them. */
async function owned(db: Db, user: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select organization.id, organization.name,
      (select count(*) from organization_member other
       where other.organization_id = organization.id and other.user_id <> ${user}) as others,
      (select count(*) from organization_member other
       where other.organization_id = organization.id and other.user_id <> ${user}
         and other.role = 'owner') as peers
    from organization_member mine
    join organization on organization.id = mine.organization_id
    where mine.user_id = ${user} and mine.role = 'owner'
    order by organization.name, organization.id
  `.execute(db);
  return rows;
}

/** The same of teams that they lead; those of organizations that go anyway are not among them. */
async function led(db: Db, user: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select team.id, team.name,
      (select count(*) from team_member other
       where other.team_id = team.id and other.user_id <> ${user}) as others,
      (select count(*) from team_member other
       where other.team_id = team.id and other.user_id <> ${user} and other.role = 'lead') as peers
    from team_member mine
    join team on team.id = mine.team_id
    where mine.user_id = ${user} and mine.role = 'lead'
      and exists (select from organization_member other
                  where other.organization_id = team.organization_id and other.user_id <> ${user})
    order by team.name, team.id
  `.execute(db);
  return rows;
}
