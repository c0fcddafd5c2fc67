import { beforeAll, beforeEach, expect, it } from 'vitest';
import { makeOrganization } from '../accounts/organizations.ts';
import { moveTeam } from '../teams/move.ts';
import type { Answer } from '../testing/browser.ts';
import { bodyOf, claimedBy, type Owner } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';

// An archived team needs no room where it is moved to, and one that is restored needs room where it is.
// Both at the same moment must not come out as a team too many.

let server: TestServer;
let owner: Owner;
let person: string;

beforeAll(async () => {
  server = await testServer({ RONDO_PLANS: 'on' });
  owner = await claimedBy(server);
  ({ id: person } = bodyOf<{ id: string }>(await owner.ada.get('/api/me')));
});

/** Has two teams, as many as it may. */
let full: string;
/** Has an archived team and room for it. */
let roomy: string;
let archived: string;

beforeEach(async () => {
  const make = (name: string) =>
    server.app.db.transaction().execute((tx) =>
      makeOrganization(tx, {
        owner: person,
        name,
        team: 'First',
        language: 'en',
        idleEndDays: 14,
      }),
    );
  full = (await make('Full')).organization;
  bodyOf(await owner.ada.post('/api/teams', { organization: full, name: 'Second' }));
  ({ organization: roomy, team: archived } = await make('Roomy'));
  bodyOf(await owner.ada.post(`/api/teams/${archived}/archive`));
});

/** Begins one thing, which waits for the organization, does another meanwhile, and lets the first go on. */
async function meanwhile(
  organization: string,
  first: () => Promise<Answer>,
  then: () => Promise<unknown>,
): Promise<Answer> {
  const client = await server.app.pool.connect();
  try {
    await client.query('begin');
    await client.query('select from organization where id = $1 for no key update', [organization]);
    const begun = first();
    await expect
      .poll(async () => {
        const { rows } = await server.app.pool.query(
          `select from pg_locks where not granted and pid in (
             select pid from pg_stat_activity where datname = current_database())`,
        );
        return rows.length;
      })
      .toBeGreaterThan(0);
    await then();
    await client.query('commit');
    return await begun;
  } finally {
    client.release();
  }
}

const restore = () => owner.ada.post(`/api/teams/${archived}/restore`);
const move = () => owner.ada.post(`/api/teams/${archived}/move`, { organization: full });

async function activeIn(organization: string): Promise<number> {
  const { rows } = await server.app.pool.query(
    `select from team left join team_state on team_state.team_id = team.id
     where organization_id = $1 and archived_at is null`,
    [organization],
  );
  return rows.length;
}

it('what is moved while it is being restored is not restored where there is no room', async () => {
  // Without what comes after it, which would wait for the organization that is held here.
  const moveAlone = () =>
    moveTeam(
      server.app.dbOf(person),
      person,
      { team: archived, organization: full },
      server.app.settings,
    );
  const restored = await meanwhile(roomy, restore, moveAlone);
  expect(restored.json()).toMatchObject({ code: 'conflict' });
  expect(await activeIn(full)).toBe(2);
});

it('what is restored while it is being moved is not moved to where there is no room', async () => {
  const moved = await meanwhile(full, move, restore);
  expect(moved.json()).toMatchObject({ code: 'plan-limit' });
  expect(await activeIn(full)).toBe(2);
});
