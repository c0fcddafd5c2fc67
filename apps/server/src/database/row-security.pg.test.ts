import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, claimedBy, stranger, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let owner: Owner;
let foreign: string;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  const eve = await stranger(server, 'Eve');
  foreign = bodyOf<{ id: string }>(await eve.get('/api/me')).id;
  const activity = 'start-stop-continue';
  bodyOf(await owner.ada.post(`/api/teams/${owner.team}/meetings`, { activity }));
  bodyOf(await owner.ada.post(`/api/teams/${owner.team}/invitations/link`, {}));
});

/** Columns that make a row somebody's. */
const OWNED = ['organization_id', 'team_id', 'user_id', 'meeting_id', 'series_id'];

/** Of the server, not of anybody on it. */
const OF_THE_SERVER = ['server_owner'];

describe('every table with rows of people', () => {
  it('is kept by rules to those whose rows they are', async () => {
    const { rows } = await sql<{ name: string; ruled: boolean }>`
      select relname::text as name,
             relrowsecurity and relforcerowsecurity
               and exists (select from pg_policy where polrelid = pg_class.oid) as ruled
      from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and exists (select from pg_attribute where attrelid = pg_class.oid
                    and attname in (${sql.join(OWNED)}) and not attisdropped)`.execute(
      server.app.db,
    );
    expect(rows.length).toBeGreaterThan(15);
    const open = rows.filter(({ name, ruled }) => !ruled && !OF_THE_SERVER.includes(name));
    expect(open).toEqual([]);
  });

  it('says nothing to a connection that names nobody, or somebody foreign', async () => {
    const { dbOf, db } = server.app;
    const nobody = '00000000-0000-7000-8000-000000000000';
    for (const person of [nobody, foreign]) {
      const theirs = dbOf(person);
      for (const table of ['meeting', 'participant', 'invitation', 'session', 'mail'] as const) {
        expect(await db.selectFrom(table).selectAll().execute()).not.toEqual([]);
        expect(await theirs.selectFrom(table).selectAll().execute(), table).toEqual([]);
      }
      const teams = await theirs.selectFrom('team').select('id').execute();
      expect(teams.map(({ id }) => id)).not.toContain(owner.team);
    }
  });

  it('is not written either, by a statement that says nothing about whose rows it means', async () => {
    const theirs = server.app.dbOf(foreign);
    const changed = await theirs.updateTable('meeting').set({ name: 'Mine' }).executeTakeFirst();
    const deleted = await theirs.deleteFrom('participant').executeTakeFirst();
    expect([changed.numUpdatedRows, deleted.numDeletedRows]).toEqual([0n, 0n]);
    const planted = theirs
      .insertInto('team_member')
      .values({ team_id: owner.team, user_id: foreign, role: 'lead' })
      .execute();
    await expect(planted).rejects.toThrow(/row-level security/);
  });
});
