import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Db } from '../database/database.ts';
import { bodyOf, claimedBy, homeOf, stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

let server: TestServer;
let ada: string;
let team: string;
let evesTeam: string;

const HOW_MANY = 20_000;

/** As many documents in Ada's team as in Eve's, each with a word of its own and one that all have. */
beforeAll(async () => {
  server = await testServer();
  const owner = await claimedBy(server);
  ({ team } = owner);
  ada = bodyOf<{ id: string }>(await owner.ada.get('/api/me')).id;
  const eve = await stranger(server, 'Eve');
  ({ team: evesTeam } = await homeOf(eve));
  const { db } = server.app;
  await sql`
    insert into search_document (id, team_id, kind, title, body, language, at)
    select gen_random_uuid(), (array[${team}, ${evesTeam}]::uuid[])[1 + i % 2], 'topic', 'own' || i,
      'everywhere some' || i % 100, 'en', now() - i * interval '1 minute'
    from generate_series(1, ${HOW_MANY}) i`.execute(db);
  // Without stems, which take most of the time.
  await sql`
    insert into search_words (document_id, at, words)
    select id, at, to_tsvector('simple', title || ' ' || body)
      || array_to_tsvector(array['team=' || team_id, 'kind=topic'])
    from search_document`.execute(db);
  // As it is some time after.
  await sql`select gin_clean_pending_list('search_words_found')`.execute(db);
  await sql`analyze search_words`.execute(db);
});

const lookUp = (tx: Db, word: string, of: string | null = null) =>
  sql<{ team: string }>`
    select search_document.team_id as team
    from rondo_lookup(rondo_query(${word}, ''), ${of}::uuid, null, null, null, 1000) as found
    join search_document on search_document.id = found.document_id`.execute(tx);

/** What was read of the words in this transaction. */
async function readOf(tx: Db): Promise<{ all: number; byIndex: number }> {
  const { rows } = await sql<{ all: string; byIndex: string }>`
    select seq_scan as all, idx_tup_fetch as "byIndex"
    from pg_stat_xact_user_tables where relname = 'search_words'`.execute(tx);
  return { all: Number(rows[0]?.all), byIndex: Number(rows[0]?.byIndex) };
}

it('looks words up in an index, rare ones and those that every document has', async () => {
  for (const [word, count, most] of [
    // Odd numbers are Eve's.
    ['own16', 1, 10],
    ['own17', 0, 10],
    // Some are read in vain.
    ['some16', HOW_MANY / 100, HOW_MANY / 100 + 10],
    ['everywhere', 1_000, 5_000],
  ] as const) {
    await server.app
      .dbOf(ada)
      .transaction()
      .execute(async (tx) => {
        const before = await readOf(tx);
        const { rows } = await lookUp(tx, word);
        const after = await readOf(tx);
        expect(rows, word).toHaveLength(count);
        expect(new Set(rows.map((row) => row.team)), word).not.toContain(evesTeam);
        expect(after.all - before.all, word).toBe(0);
        expect(after.byIndex - before.byIndex, word).toBeLessThanOrEqual(most);
      });
  }
});

it('says nothing of teams that one is not in, and nothing to a connection that names nobody', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  expect((await lookUp(server.app.dbOf(ada), 'everywhere', evesTeam)).rows).toEqual([]);
  expect((await lookUp(server.app.dbOf(nobody), 'everywhere')).rows).toEqual([]);
  expect((await lookUp(server.app.dbOf(nobody), 'everywhere', team)).rows).toEqual([]);
});

it('lets nobody read or write the words themselves, before a look-up, after one or after one that failed', async () => {
  const nothing = async (tx: Db): Promise<void> => {
    expect(await tx.selectFrom('search_words').select('at').limit(1).execute()).toEqual([]);
    const gone = await tx.deleteFrom('search_words').executeTakeFirst();
    expect(gone.numDeletedRows).toBe(0n);
  };
  await server.app
    .dbOf(ada)
    .transaction()
    .execute(async (tx) => {
      await nothing(tx);
      expect((await lookUp(tx, 'everywhere')).rows).toHaveLength(1_000);
      await nothing(tx);
      await sql`savepoint before`.execute(tx);
      // Fails inside, where the rule is off.
      await expect(
        sql`select from rondo_lookup('everywhere'::tsquery, null, null, null, null, -1)`.execute(
          tx,
        ),
      ).rejects.toThrow(/LIMIT/);
      await sql`rollback to before`.execute(tx);
      await nothing(tx);
    });
  const theirs = server.app.dbOf(ada);
  await expect(
    sql`select from rondo_lookup('everywhere'::tsquery, null, null, null, null, -1)`.execute(
      theirs,
    ),
  ).rejects.toThrow(/LIMIT/);
  await nothing(theirs);
  const [{ id }] = (await theirs.selectFrom('search_document').select('id').limit(1).execute()) as [
    { id: string },
  ];
  const planted = sql`
    insert into search_words (document_id, at, words) values (${id}, now(), 'planted')
    on conflict (document_id) do update set words = excluded.words`.execute(theirs);
  await expect(planted).rejects.toThrow(/row-level security/);
});
