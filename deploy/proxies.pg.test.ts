import type { CardId, GroupId, MeetingId, PhaseId } from '@rondo/meeting';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { machineChance } from '../apps/server/src/live/machine.ts';
import { openTab, type Tab } from '../apps/server/src/live/testing/tab.ts';
import { thisMachine } from '../apps/server/src/operations/doctor/machine.ts';
import { proxiesHere } from '../apps/server/src/operations/doctor/outside/proxies-here.ts';
import { parsed } from '../apps/server/src/operations/metrics/testing/parsed.ts';
import { browser } from '../apps/server/src/testing/browser.ts';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { addCard } from '../packages/phases/collect/domain/commands.ts';
import type { CollectHand } from '../packages/phases/collect/domain/state.ts';
import { ask, openStream } from './testing/ask.ts';
import { prepared, proxies } from './testing/proxies.ts';
import { serverProcess, type ServerProcess } from './testing/server-process.ts';

const TABS = 16;
const ROUNDS = 5;
/** The proxy has signed its certificate itself, a moment ago. */
const UNKNOWN = { rejectUnauthorized: false };

describe.each(proxies)('$name with our file, in front of two servers', (proxy) => {
  const why = 'path' in proxy.found ? '' : ` (left out: ${proxy.found.missing})`;

  test.skipIf(why !== '')(
    `carries a meeting, also when one of them is killed and the other told to stop${why}`,
    { timeout: 120_000 },
    async () => {
      const [first, second, secure] = [await freePort(), await freePort(), await freePort()];
      const front = await prepared(proxy, [first, second], secure);
      onTestFinished(front.stop);
      expect(front.checked).toMatchObject({ ok: true });

      const environment = {
        DATABASE_URL: await freshDatabase(),
        RONDO_SECRET: 'one secret for both of the servers',
        RONDO_PUBLIC_URL: front.url,
      };
      const one = await serverProcess(first, environment);
      onTestFinished(async () => void (await one.kill('SIGKILL')));
      const two = await serverProcess(second, environment);
      onTestFinished(async () => void (await two.kill('SIGKILL')));
      front.start();
      await expect.poll(() => statusOf(`${front.url}/ready`), { timeout: 20_000 }).toBe(200);

      expect(await ask(`${front.plainUrl}/m/1`)).toMatchObject({
        status: expect.toSatisfy((status: number) => [301, 308].includes(status)),
        location: expect.stringMatching(/^https:\/\/localhost(:\d+)?\/m\/1$/),
      });
      expect(await statusOf(`${front.url}/metrics`)).toBe(403);

      // What the doctor says of our own file; that Debian's Caddy is too old, it may.
      const [seen, ...others] = await proxiesHere([first], thisMachine.read);
      expect(others).toEqual([]);
      expect(seen).toMatchObject({ kind: proxy.name, people: expect.any(Number) });
      const faults = seen && 'faults' in seen ? seen.faults : [];
      expect(faults.filter(({ place }) => !place.endsWith('/caddy'))).toEqual([]);

      const { cookie, meeting } = await meetingOn(two, front.url);
      const tabs = Array.from({ length: TABS }, () =>
        openTab({ meeting, cookie, urlNow: () => front.url, options: UNKNOWN }),
      );
      onTestFinished(() => tabs.forEach(({ client }) => client.close()));
      await allSettled(tabs);
      const [onOne, onTwo] = [await connections(one), await connections(two)];
      expect(Math.min(onOne, onTwo)).toBeGreaterThan(0);
      expect(onOne + onTwo).toBe(TABS);

      await streamsMeetTheirPosts(front.url, cookie);

      const answers: Promise<string>[] = [];
      const cards: string[] = [];
      const everybodyWrites = (): void => {
        for (const { client } of tabs) {
          const id = machineChance.id<'card'>();
          cards.push(id);
          answers.push(client.send(COLLECT, addCard, newCard(tabs, id)));
        }
      };
      const everythingIsThere = async (): Promise<void> => {
        expect(new Set(await Promise.all(answers))).toEqual(new Set(['done']));
        await allSettled(tabs);
        await vi.waitFor(() => {
          for (const tab of tabs) expect(held(tab).sort()).toEqual(cards.sort());
        }, 10_000);
      };
      for (let round = 0; round < ROUNDS; round++) {
        everybodyWrites();
        if (round === 1 && front.reload) {
          front.reload();
          await expect.poll(() => statusOf(`${front.url}/ready`)).toBe(200);
          expect(tabs.map((tab) => tab.connections())).toEqual(tabs.map(() => 1));
        }
        if (round === 2) await one.kill('SIGKILL');
        else await Promise.all(answers);
      }
      await everythingIsThere();
      // HAProxy notices that a stream has been closed at its next sign of life.
      expect(await connections(two)).toBeGreaterThanOrEqual(TABS);

      // As an upgrade goes: the one is there again, and the other sends its people on and ends.
      const again = await serverProcess(first, environment);
      onTestFinished(async () => void (await again.kill('SIGKILL')));
      const ended = two.kill('SIGTERM');
      everybodyWrites();
      expect(await ended).toBe(0);
      await everythingIsThere();
      expect(await connections(again)).toBe(TABS);
    },
  );
});

const COLLECT = 'collect-1' as PhaseId;

const statusOf = (url: string): Promise<number> =>
  ask(url).then(
    ({ status }) => status,
    () => 0,
  );

/** How many connections of people this server has, as it says itself. */
async function connections({ url }: ServerProcess): Promise<number> {
  const families = parsed((await ask(`${url}/metrics`)).text);
  return families.get('rondo_live_connections')?.samples[0]?.value ?? NaN;
}

/** A meeting in which cards can be written at once, and who may. */
async function meetingOn(server: ServerProcess, origin: string) {
  const ada = browser(server.url, origin);
  // The second server that started has made a new code.
  const claimed = await ada.post('/api/server/claim', {
    code: server.claimCode,
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a long enough password',
    organization: 'Engines',
    team: 'Analytics',
    language: 'en',
  });
  // The endpoints' own schemas have checked these on the server.
  const { team } = claimed.json() as { team: string };
  const wanted = { activity: 'start-stop-continue', without: [0] };
  const started = await ada.post(`/api/teams/${team}/meetings`, wanted);
  const { meeting } = started.json() as { meeting: MeetingId };
  const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { cookie, meeting };
}

/** Everybody is in, and nothing waits for an answer. */
const allSettled = (tabs: readonly Tab[]): Promise<void> =>
  vi.waitFor(() => {
    const states = tabs.map(({ client }) => client.getState());
    expect(states.map(({ status, waiting }) => [status.is, waiting.length])).toEqual(
      tabs.map(() => ['live', 0]),
    );
  }, 30_000);

function newCard(tabs: readonly Tab[], id: CardId) {
  const phase = tabs[0]?.client.getState().view?.board.phases[COLLECT];
  // Of an activity of ours.
  const { prompts } = (phase?.settings ?? {}) as { prompts?: { id: string }[] };
  return {
    id,
    group: machineChance.id<'group'>() as GroupId,
    prompt: prompts?.[0]?.id ?? '',
    text: 'x',
  };
}

/** The cards in this person's hand, as the log has them. */
function held({ client }: Tab): string[] {
  // What this kind of phase adds to a hand.
  const hand: Partial<CollectHand> | undefined = client.getState().base?.hand.phases[COLLECT];
  return Object.keys(hand?.held ?? {});
}

/** What is posted for a stream reaches the server that has the stream. */
async function streamsMeetTheirPosts(url: string, cookie: string): Promise<void> {
  for (let each = 0; each < 8; each++) {
    const id = machineChance.id<'stream'>();
    const close = await openStream(`${url}/live/stream?id=${id}`, cookie);
    expect(await ask(`${url}/live/send?id=${id}`, 'POST')).toMatchObject({ status: 204 });
    close();
  }
}
