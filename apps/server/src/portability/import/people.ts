import type { Db } from '../../database/database.ts';
import type { PeopleFile } from '../archive/files.ts';

/** Accounts by the ids that people have in an archive. */
export type Matched = ReadonlyMap<string, string>;

/**
 * Who of an archive is who here: by mail address, and only among the people of the organization that it is
 * imported into. Whether anybody else has an account here is not for an archive to find out.
 *
 * @param organization null: one that is made for it, where only `user` is
 */
export async function matchPeople(
  db: Db,
  people: PeopleFile,
  { organization, user }: { organization: string | null; user: string },
): Promise<Matched> {
  const rows =
    organization === null
      ? await db.selectFrom('user').select(['id', 'email']).where('id', '=', user).execute()
      : await db
          .selectFrom('organization_member')
          .innerJoin('user', 'user.id', 'organization_member.user_id')
          .select(['user.id', 'user.email'])
          .where('organization_id', '=', organization)
          .execute();
  const byAddress = new Map(rows.map(({ id, email }) => [email.toLowerCase(), id]));
  return new Map(
    people.flatMap(({ id, email }) => {
      const account = byAddress.get(email.toLowerCase());
      return account === undefined ? [] : [[id, account] as const];
    }),
  );
}
