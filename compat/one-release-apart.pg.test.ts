import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { mailServer } from '../apps/server/src/mail/testing/mail-server.ts';
import { browser } from '../apps/server/src/testing/browser.ts';
import { PASSWORD } from '../apps/server/src/testing/people.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { leftOut, previousCode, thisCode } from './testing/code.ts';
import {
  ACTIVITIES,
  calm,
  claimedBy,
  ended,
  facilitator,
  gathered,
  playThrough,
  wrongWith,
  type Owner,
  type Played,
  type Seat,
} from './testing/meetings.ts';
import { house, type House } from './testing/servers.ts';

const SHORT = ACTIVITIES.slice(0, 2);

describe.skipIf(leftOut !== '')(`the release before and this one${leftOut}`, () => {
  test(
    'work side by side on one database: people of both in the same meetings, on servers of both',
    { timeout: 120_000 },
    async () => {
      const [before, now] = [await previousCode(), await thisCode()];
      expect(before.createLiveClient).not.toBe(now.createLiveClient);
      const { received, url: SMTP_URL } = await mailServer();
      const { database, client } = await connected(await freshDatabase());
      const both = house(database, { SMTP_URL });
      const old = await both.open(before);
      const next = await both.open(now);
      const owner = await claimedBy(next.url, both.origin, next.claimCode);
      const [onOld, onNext] = [() => [old.url], () => [next.url]];
      const seats: Seat[] = [before, now].flatMap((code) => [
        { code, urls: onOld },
        { code, urls: onNext },
      ]);

      const promises = await gathered(owner, client, 'effort-and-value', {
        seats,
        origin: both.origin,
        seed: 99,
      });
      await calm(promises);
      // For the meetings that follow to look back at.
      for (const id of ['one', 'two', 'three']) addTask(promises, id);
      await calm(promises);
      expect(await ended(promises, owner, both.urls(), both.origin)).toHaveLength(2);

      const all = await meetings(ACTIVITIES, { client, owner, seats, both });
      await Promise.all(all.map((played) => playThrough(played, 3)));
      expect(await allWrong(all, client)).toEqual([]);
      const kinds = new Set(all.flatMap(({ traces }) => [...traces.done].map(kindOf)));
      expect(Object.keys(before.registry).filter((kind) => !kinds.has(kind))).toEqual([]);
      expect(all.flatMap(({ traces }) => traces.made).length).toBeGreaterThan(500);

      for (const played of all) {
        const [told, toldByNext] = await ended(played, owner, both.urls(), both.origin);
        expect(toldByNext).toEqual(told);
      }
      // One mail for each meeting, whichever release’s worker took the job.
      await vi.waitFor(() => expect(received).toHaveLength(all.length + 1), 20_000);
    },
  );

  test.each(['new people on an old server', 'old people on a new server'])(
    'understand each other: %s',
    { timeout: 60_000 },
    async (which) => {
      const [before, now] = [await previousCode(), await thisCode()];
      const isNewPeople = which.startsWith('new');
      const [people, server] = isNewPeople ? [now, before] : [before, now];
      // The old server has a database of its own time.
      const { database, client } = await connected(await freshDatabase({ empty: isNewPeople }));
      const both = house(database);
      const { url, claimCode } = await both.open(server);
      const owner = await claimedBy(url, both.origin, claimCode);
      const seats = [people, people, people].map((code) => ({ code, urls: both.urls }));
      const all = await meetings(SHORT, { client, owner, seats, both });
      await Promise.all(all.map((played) => playThrough(played, 2)));
      expect(await allWrong(all, client)).toEqual([]);
      for (const played of all)
        expect(await ended(played, owner, both.urls(), both.origin)).toHaveLength(1);
    },
  );

  test(
    'carry one meeting up and down again: migrated by this release, the one before goes on with it',
    { timeout: 60_000 },
    async () => {
      const [before, now] = [await previousCode(), await thisCode()];
      const { database, client } = await connected(await freshDatabase({ empty: true }));
      const both = house(database);
      let server = await both.open(before);
      const owner = await claimedBy(server.url, both.origin, server.claimCode);
      const seats = [before, now, before].map((code) => ({ code, urls: both.urls }));
      const all = await meetings(SHORT, { client, owner, seats, both });
      await Promise.all(all.map((played) => playThrough(played, 1)));
      for (const release of [now, before]) {
        const following = await both.open(release);
        await both.close(server);
        server = following;
        await Promise.all(all.map((played) => playThrough(played, 1)));
      }
      expect(await allWrong(all, client)).toEqual([]);
      for (const played of all)
        expect(await ended(played, owner, both.urls(), both.origin)).toHaveLength(1);

      // The job it is there for, from the beginning.
      const ada = browser(server.url, both.origin);
      const credentials = { email: 'ada@example.org', password: PASSWORD };
      expect((await ada.post('/api/auth/sign-in/email', credentials)).status).toBe(200);
      const again = await meetings(['standup-blockers-first'], {
        client,
        owner: { ...owner, ada },
        seats,
        both,
      });
      await Promise.all(again.map((played) => playThrough(played, 1)));
      expect(await allWrong(again, client)).toEqual([]);
      expect(again.flatMap(({ traces }) => [...traces.done]).length).toBeGreaterThan(0);
    },
  );
});

const kindOf = (done: string): string => done.split(' ')[0] ?? '';

async function connected(database: string): Promise<{ database: string; client: pg.Pool }> {
  const client = new pg.Pool({ connectionString: database, max: 2 });
  onTestFinished(() => client.end());
  return { database, client };
}

interface Scene {
  readonly client: pg.Pool;
  readonly owner: Owner;
  readonly seats: readonly Seat[];
  readonly both: House;
}

/** These activities with these people, each of whom starts and leads one in turn. */
const meetings = (
  activities: readonly string[],
  { client, owner, seats, both }: Scene,
): Promise<Played[]> =>
  Promise.all(
    activities.map((activity, index) => {
      const first = index % seats.length;
      const turned = [...seats.slice(first), ...seats.slice(0, first)];
      const { origin } = both;
      return gathered(owner, client, activity, { seats: turned, origin, seed: index + 1 });
    }),
  );

const allWrong = async (all: readonly Played[], client: pg.Pool): Promise<string[]> =>
  (await Promise.all(all.map((played) => wrongWith(played, client)))).flat();

function addTask({ visitors }: Played, id: string): void {
  const args = { id: `task-${id}`, text: `Promise ${id}`, owner: null, due: null, topic: null };
  facilitator(visitors)?.send(null, { name: 'addTask', args });
}
