// Every check of who may do what says yes here: what is left is PostgreSQL's own rules on rows.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Organizations from '../organizations/access.ts';
import type * as Teams from '../teams/access.ts';
import type { Browser } from '../testing/browser.ts';
import { stranger } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { belongingsOn } from './testing/belongings.ts';
import { ABOUT, ask } from './testing/endpoints.ts';
import type { Ids } from './testing/ids.ts';

const { isOpen } = vi.hoisted(() => ({ isOpen: { now: false } }));
// Switching our own checks off is what this test is about; nothing stands in for them.
// oxlint-disable vitest/no-restricted-vi-methods -- see above
vi.mock('../teams/access.ts', async (load) => {
  const real = await load<typeof Teams>();
  return {
    ...real,
    roleInTeam: (...asked: Parameters<typeof real.roleInTeam>) =>
      isOpen.now ? 'lead' : real.roleInTeam(...asked),
    needRole: (...asked: Parameters<typeof real.needRole>) =>
      isOpen.now ? 'lead' : real.needRole(...asked),
    standingIn: (...asked: Parameters<typeof real.standingIn>) =>
      isOpen.now ? { role: 'lead', manages: true } : real.standingIn(...asked),
    managesTeam: (...asked: Parameters<typeof real.managesTeam>) =>
      isOpen.now || real.managesTeam(...asked),
    needLead: (...asked: Parameters<typeof real.needLead>) =>
      isOpen.now ? undefined : real.needLead(...asked),
  };
});
vi.mock('../organizations/access.ts', async (load) => {
  const real = await load<typeof Organizations>();
  return {
    ...real,
    roleInOrganization: (...asked: Parameters<typeof real.roleInOrganization>) =>
      isOpen.now ? 'owner' : real.roleInOrganization(...asked),
    needOrganization: (...asked: Parameters<typeof real.needOrganization>) =>
      isOpen.now ? 'owner' : real.needOrganization(...asked),
  };
});

// oxlint-enable vitest/no-restricted-vi-methods

let server: TestServer;
let eve: Browser;
let ids: Ids;
let before: Map<string, Set<string>>;

beforeAll(async () => {
  server = await testServer();
  ({ ids } = await belongingsOn(server));
  eve = await stranger(server, 'Eve');
  before = await rows();
  isOpen.now = true;
});

/** What only Ada's team and organization know. */
const SECRETS = [
  'Engines',
  'Analytics',
  'ada@example.org',
  'b@example.org',
  'Promised',
  'Composed',
  'Start, Stop',
  'Sprint {n} retro',
  'A draft',
  'https://example.org/',
];

/** Logs, and counts of what somebody did: whatever is let through has been done. */
const OF_THE_SERVER = [
  'audit',
  'limit_count',
  'rate_limit',
  'peak',
  'server_node',
  'session',
  'active_day',
  'active_count',
  'first_active',
  'cohort_count',
  'week_count',
  'count_due',
  'meeting_day_count',
];

/** All rows there are, as text, by table. */
async function rows(): Promise<Map<string, Set<string>>> {
  const { db } = server.app;
  const { rows: tables } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db);
  const all = new Map<string, Set<string>>();
  for (const { name } of tables.filter((table) => !OF_THE_SERVER.includes(table.name))) {
    const { rows: found } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(name)} t`.execute(db);
    all.set(name, new Set(found.map(({ row }) => row)));
  }
  return all;
}

it('without any check, the wall of the application is down', async () => {
  const { needRole } = await import('../teams/access.ts');
  expect(await needRole(server.app.db, crypto.randomUUID(), ids.team)).toBe('lead');
});

describe('a stranger whom every check lets through', () => {
  it.each(Object.keys(ABOUT))('%s: reads nothing of others', async (endpoint) => {
    const { text } = await ask(eve, endpoint, ids);
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('has changed nothing of others, and left nothing with them', async () => {
    const now = await rows();
    const changed = [...before].flatMap(([table, had]) =>
      [...had].filter((row) => !now.get(table)?.has(row)).map((row) => `${table}: gone ${row}`),
    );
    const named = Object.values(ids);
    const added = [...now].flatMap(([table, has]) =>
      [...has]
        .filter((row) => !before.get(table)?.has(row) && named.some((id) => row.includes(id)))
        .map((row) => `${table}: new ${row}`),
    );
    expect([...changed, ...added]).toEqual([]);
  });
});
