import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { makeOrganization } from '../accounts/organizations.ts';
import { browser, type Answer, type Browser } from '../testing/browser.ts';
import { bodyOf, claimedBy, PASSWORD } from '../testing/people.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { tendPlans } from './due.ts';
import { isPlan, PLANS, type PlanName } from './plans.ts';

// Whatever an owner of two organizations does, in whatever order and on two servers at once, no
// organization gets past what its plan allows.

let servers: [TestServer, TestServer];
/** Ada, in a browser at each of the servers. */
let adas: Browser[];

beforeAll(async () => {
  const first = await testServer({ RONDO_PLANS: 'on' });
  await claimedBy(first);
  const DATABASE_URL = first.environment['DATABASE_URL'] ?? '';
  servers = [first, await testServer({ RONDO_PLANS: 'on', DATABASE_URL })];
  adas = [];
  for (const { url } of servers) {
    const ada = browser(url);
    const who = { email: 'ada@example.org', password: PASSWORD };
    bodyOf(await ada.post('/api/auth/sign-in/email', who));
    adas.push(ada);
  }
});

/** One thing that is done, of teams by their number and organizations by theirs. */
type Act =
  | { do: 'create'; in: 0 | 1 }
  | { do: 'archive' | 'restore'; team: number }
  | { do: 'move'; team: number; to: 0 | 1 }
  | { do: 'merge'; team: number; into: number }
  | { do: 'plan'; of: 0 | 1; plan: PlanName }
  | { do: 'keep'; of: 0 | 1; teams: number[] }
  | { do: 'look' };

const which = fc.constantFrom(0 as const, 1 as const);
const team = fc.nat(7);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), in: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('archive' as const), team }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('restore' as const), team }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), team, to: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), team, into: team }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      of: which,
      plan: fc.constantFrom('free' as const, 'free' as const, 'team' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('keep' as const),
      of: which,
      teams: fc.array(team, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
);

/** What is done in the same moment, one after the other. */
const story = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), {
  minLength: 6,
  maxLength: 14,
});

type Two = readonly [string, string];

/** Made past the API, which does not let anybody make that many an hour. */
async function begin(): Promise<Two> {
  const { db } = servers[0].app;
  const { id: owner } = await db.selectFrom('user').select('id').executeTakeFirstOrThrow();
  const make = (name: string): Promise<{ organization: string }> =>
    db
      .transaction()
      .execute((tx) =>
        makeOrganization(tx, { owner, name, team: 'First', language: 'en', idleEndDays: 14 }),
      );
  return [(await make('Here')).organization, (await make('There')).organization];
}

interface Found {
  readonly plan: PlanName;
  /** Not archived. */
  readonly active: number;
  /** Of these, that can be worked in. */
  readonly open: number;
  readonly allowed: number;
}

/** As the database has it, past all our own counting. */
async function look(organization: string): Promise<Found> {
  const { rows } = await servers[0].app.pool.query<{ plan: string; active: string; open: string }>(
    `select coalesce(min(organization_plan.plan), 'free') as plan, count(*) as active,
            count(*) filter (where read_only_from is null or read_only_from > now()) as open
     from team
     left join team_state on team_state.team_id = team.id
     left join organization_plan on organization_plan.organization_id = team.organization_id
     where team.organization_id = $1 and archived_at is null`,
    [organization],
  );
  const [row] = rows;
  const plan = row && isPlan(row.plan) ? row.plan : 'free';
  return {
    plan,
    active: Number(row?.active),
    open: Number(row?.open),
    allowed: PLANS[plan].limits.activeTeams ?? Infinity,
  };
}

/** Teams of both, the oldest first; merged ones are gone. */
async function teamsOf(two: Two): Promise<string[]> {
  const rows = await servers[0].app.db
    .selectFrom('team')
    .select('id')
    .where('organization_id', 'in', [...two])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function lookAfterPlans({ app }: TestServer): Promise<void> {
  await tendPlans({ db: app.db, settings: app.settings, post: app.post, log: app.log });
}

interface Place {
  readonly two: Two;
  readonly teams: readonly string[];
  readonly ada: Browser;
  readonly server: TestServer;
}

async function carryOut(act: Act, { two, teams, ada, server }: Place): Promise<Answer | null> {
  const named = (number: number): string => teams[number % teams.length] ?? '';
  switch (act.do) {
    case 'create':
      return ada.post('/api/teams', { organization: two[act.in], name: 'Another' });
    case 'archive':
    case 'restore':
      return ada.post(`/api/teams/${named(act.team)}/${act.do}`);
    case 'move':
      return ada.post(`/api/teams/${named(act.team)}/move`, { organization: two[act.to] });
    case 'merge':
      return ada.post(`/api/teams/${named(act.team)}/merge`, { into: named(act.into) });
    case 'plan':
      return ada.send('PUT', `/api/server/plans/${two[act.of]}`, { plan: act.plan });
    case 'keep': {
      const kept = { teams: act.teams.map(named) };
      return ada.send('PUT', `/api/organizations/${two[act.of]}/plan/kept`, kept);
    }
    case 'look':
      await lookAfterPlans(server);
      return null;
  }
}

/** Expected refusals, and nothing that broke. */
const USUAL = [200, 400, 402, 404, 409];

it(
  'no sequence of acts on two servers at once gets past a limit',
  { timeout: 20_000 },
  async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(story, async (moments) => {
        const two = await begin();
        for (const moment of moments) {
          const before = await Promise.all(two.map(look));
          const teams = await teamsOf(two);
          const answers = await Promise.all(
            moment.map((act, place) => {
              const [server, ada] = [servers[place % 2], adas[place % 2]];
              if (!server || !ada) throw new Error('there are two servers');
              return carryOut(act, { two, teams, ada, server });
            }),
          );
          for (const answer of answers) {
            if (!answer) continue;
            seen.add(answer.status);
            expect(USUAL, answer.text).toContain(answer.status);
          }
          const after = await Promise.all(two.map(look));
          for (const [place, now] of after.entries()) {
            const then = before[place] ?? now;
            // Only a plan that was left may leave more behind than it allows, and never more than were there.
            const most = Math.max(then.allowed, now.allowed, then.active);
            const wasLeft = moment.some((act) => act.do === 'plan');
            expect(now.active).toBeLessThanOrEqual(
              wasLeft ? most : Math.max(now.allowed, then.active),
            );
          }
        }
        // When the notice is over, no more can be worked in than the plan allows, and no fewer.
        await lookAfterPlans(servers[0]);
        await servers[1].app.pool.query(
          `update team_state set read_only_from = read_only_from - interval '31 days'
         where read_only_from > now()`,
        );
        for (const organization of two) {
          const { open, active, allowed } = await look(organization);
          expect(open).toBe(Math.min(active, allowed));
        }
      }),
      { numRuns: 12, plugins: [fc.interruptAfterTimeLimit(5_000)] },
    );
    // It was tried, granted and refused.
    expect([...seen]).toEqual(expect.arrayContaining([200, 402]));
  },
);
