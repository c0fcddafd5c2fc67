import type { OrganizationPerson, OrganizationTeam } from '@rondo/contract';
import { sql, type RawBuilder } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, claimedBy, homeOf, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

const PEOPLE = 20_000;
const TEAMS = 1_000;

/** Ids that are known without asking. */
const numbered = (kind: 'a' | 'b', n: RawBuilder<unknown> = sql`n`) =>
  sql`(${`${kind}0000000-0000-7000-8000-`} || lpad(to_hex(${n}), 12, '0'))::uuid`;

let server: TestServer;
let owner: Owner;
let organization: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  ({ organization } = await homeOf(owner.ada));
  const { db } = server.app;
  // Every third has the same name, so that pages end within a name.
  await sql`
    insert into "user" (id, name, email, email_verified)
    select ${numbered('a')}, 'Person ' || lpad((n - n % 3)::text, 5, '0'),
           'person-' || n || '@crowd.example', true
    from generate_series(1, ${PEOPLE}::int) n`.execute(db);
  await sql`
    insert into organization_member (organization_id, user_id, role)
    select ${organization}, ${numbered('a')}, 'member'
    from generate_series(1, ${PEOPLE}::int) n`.execute(db);
  await sql`
    insert into team (id, organization_id, name, idle_end_days, language)
    select ${numbered('b')}, ${organization}, 'Team ' || lpad((n - n % 2)::text, 4, '0'), 30, 'en'
    from generate_series(1, ${TEAMS}::int) n`.execute(db);
  await sql`
    insert into team_member (team_id, user_id, role)
    select ${numbered('b', sql`1 + n % ${TEAMS}::int`)}, ${numbered('a')}, 'member'
    from generate_series(1, ${PEOPLE}::int) n`.execute(db);
  await sql`analyze`.execute(db);
});

async function page<T>(path: string, after: string | null): Promise<T & { next: string | null }> {
  const more = after === null ? '' : `&after=${encodeURIComponent(after)}`;
  return bodyOf(await owner.ada.get(`/api/organizations/${organization}/${path}${more}`));
}

describe('lists of a large organization', () => {
  it('show every team once, page by page, in the order of names', async () => {
    const seen: OrganizationTeam[] = [];
    let after: string | null = null;
    do {
      const got: { teams: OrganizationTeam[]; next: string | null } = await page(
        'teams?limit=100',
        after,
      );
      seen.push(...got.teams);
      after = got.next;
    } while (after !== null);
    expect(seen).toHaveLength(TEAMS + 1);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(TEAMS + 1);
    const names = seen.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    expect(seen.filter(({ people }) => people === PEOPLE / TEAMS)).toHaveLength(TEAMS);
  });

  it('show people who share a name once each, over the end of a page', async () => {
    const first = await page<{ people: OrganizationPerson[] }>('people?limit=5', null);
    const second = await page<{ people: OrganizationPerson[] }>('people?limit=5', first.next);
    const ids = [...first.people, ...second.people].map(({ id }) => id);
    expect(new Set(ids).size).toBe(10);
    expect(first.people.map(({ name }) => name)).toEqual([
      'Ada',
      'Person 00000',
      'Person 00000',
      'Person 00003',
      'Person 00003',
    ]);
  });

  it('are searched in the database, quickly', async () => {
    const begun = performance.now();
    const found = await page<{ people: OrganizationPerson[] }>('people?find=person-19999@', null);
    const last = await page<{ people: OrganizationPerson[] }>('people?find=19998&limit=100', null);
    const teams = await page<{ teams: OrganizationTeam[] }>('teams?find=team%200500', null);
    const took = performance.now() - begun;
    expect(found.people).toMatchObject([{ name: 'Person 19998', teams: 1 }]);
    expect(last.people.length).toBe(3);
    expect(teams.teams.map(({ name }) => name)).toEqual(['Team 0500', 'Team 0500']);
    // About 100 ms on a small machine; a search that asks for each row takes many seconds.
    expect(took).toBeLessThan(3_000);
  });

  it('take what is typed as it is, and refuse a cursor that is none', async () => {
    expect((await page<{ people: OrganizationPerson[] }>('people?find=%25_', null)).people).toEqual(
      [],
    );
    const path = `/api/organizations/${organization}/teams?after=nonsense`;
    expect((await owner.ada.get(path)).json()).toMatchObject({ code: 'bad-input' });
  });
});
