import type { Insertable } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import type { OrganizationFile, PeopleFile, TeamFile } from '../archive/files.ts';
import type { Matched } from '../import/people.ts';

/** Rows that go to the database in one statement. */
const AT_ONCE = 1_000;

/** The addresses of people of an archive who are not here, by their ids in it. */
export type Missing = ReadonlyMap<string, string>;

export const missingOf = (people: PeopleFile, matched: Matched): Missing =>
  new Map(
    people.flatMap(({ id, email }) =>
      matched.has(id) ? [] : [[id, email.toLowerCase()] as const],
    ),
  );

/** Remembers what people were in an organization that is made of an archive; who makes it owns it alone. */
export async function waitInOrganization(
  tx: Db,
  organization: string,
  { members }: OrganizationFile,
  missing: Missing,
): Promise<void> {
  const rows = members.flatMap(({ person, role, billing, joinedAt }) => {
    const email = missing.get(person);
    if (email === undefined) return [];
    // Whoever made it shares it when they wish.
    const given = role === 'owner' ? ('admin' as const) : role;
    return [
      {
        organization_id: organization,
        team_id: null,
        email,
        role: given,
        billing,
        joined_at: new Date(joinedAt),
      },
    ];
  });
  await keep(tx, rows);
}

/** The same of a team. */
export async function waitInTeam(
  tx: Db,
  { organization, team }: { organization: string; team: string },
  { members }: TeamFile,
  missing: Missing,
): Promise<void> {
  const rows = members.flatMap(({ person, role, joinedAt }) => {
    const email = missing.get(person);
    return email === undefined
      ? []
      : [
          {
            organization_id: organization,
            team_id: team,
            email,
            role,
            joined_at: new Date(joinedAt),
          },
        ];
  });
  await keep(tx, rows);
}

async function keep(tx: Db, rows: readonly Insertable<Tables['awaited_role']>[]): Promise<void> {
  await inParts(rows, (some) =>
    tx
      .insertInto('awaited_role')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** A task of somebody who is not here, or their place in a meeting. */
export type Place =
  | { readonly person: unknown; readonly task: string }
  | { readonly person: unknown; readonly meeting: string; readonly participant: string };

export async function keepPlaces(
  tx: Db,
  team: string,
  places: readonly Place[],
  missing: Missing,
): Promise<void> {
  const rows = places.flatMap((place) => {
    const email = typeof place.person === 'string' ? missing.get(place.person) : undefined;
    if (email === undefined) return [];
    const what =
      'task' in place
        ? { task_id: place.task, meeting_id: null, participant: null }
        : { task_id: null, meeting_id: place.meeting, participant: place.participant };
    return [{ team_id: team, email, ...what }];
  });
  await inParts(rows, (some) => tx.insertInto('awaited_place').values(some).execute());
}

async function inParts<Row>(
  rows: readonly Row[],
  write: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await write(rows.slice(from, from + AT_ONCE));
}
