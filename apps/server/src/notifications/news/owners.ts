import type { Db } from '../../database/database.ts';

/** Of whom somebody hears news: of themselves, their teams and their organizations. */
export async function ownersFor(db: Db, person: string): Promise<ReadonlySet<string>> {
  const [teams, organizations] = await Promise.all([
    db.selectFrom('team_member').select('team_id').where('user_id', '=', person).execute(),
    db
      .selectFrom('organization_member')
      .select('organization_id')
      .where('user_id', '=', person)
      .execute(),
  ]);
  return new Set([
    `person:${person}`,
    ...teams.map(({ team_id }) => `team:${team_id}`),
    ...organizations.map(({ organization_id }) => `organization:${organization_id}`),
  ]);
}
