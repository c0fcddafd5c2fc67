import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { isAlive } from '../apps/server/src/database/embedded/lock-file.ts';
import { askForUpgrade } from '../apps/server/src/operations/control/ask.ts';
import type { UpgradeStep } from '../apps/server/src/operations/control/words.ts';
import { launched, type Launched } from '../apps/server/src/operations/upgrade/testing/launched.ts';
import { releaseFolder } from '../apps/server/src/operations/upgrade/testing/release.ts';
import { version } from '../apps/server/src/version.ts';
import { freePort } from '../bench/free-port.ts';
import { inForm, isLong } from './length.ts';
import { gathering } from './rig/people/hall.ts';
import { disturbances } from './rig/people/noticed.ts';
import { participant } from './rig/people/participant.ts';
import { recordsOf, wrongIn } from './rig/people/record.ts';
import { settled, work } from './rig/people/work.ts';
import { tell } from './rig/tell.ts';

const HERE = join(import.meta.dirname, '..');
const [MEETINGS, EACH] = inForm({ short: [2, 20], long: [8, 25] });
const PER_SECOND = 40;
const NEXT = '9.0.0';

interface Death {
  readonly name: string;
  /** What the upgrade says when it happens. */
  readonly at: UpgradeStep['step'];
  /** So long after it was said, ms. */
  readonly afterMs: number;
  readonly who: 'the old one' | 'the new one';
  /** The release that goes on. */
  readonly left: string;
  /** Whether nobody may notice anything. */
  readonly isUnnoticed: boolean;
  readonly isInShort: boolean;
}

const ALL: readonly Death[] = [
  {
    name: 'the new one is killed as soon as it has started',
    at: 'starting',
    afterMs: 0,
    who: 'the new one',
    left: version,
    isUnnoticed: true,
    isInShort: false,
  },
  {
    name: 'the new one is killed while it gets ready',
    at: 'starting',
    afterMs: 500,
    who: 'the new one',
    left: version,
    isUnnoticed: true,
    isInShort: false,
  },
  {
    name: 'the new one is killed when it is ready',
    at: 'ready',
    afterMs: 0,
    who: 'the new one',
    left: version,
    isUnnoticed: false,
    isInShort: false,
  },
  {
    name: 'the new one is killed right after it has taken over',
    at: 'moving',
    afterMs: 0,
    who: 'the new one',
    left: version,
    isUnnoticed: false,
    isInShort: true,
  },
  {
    name: 'the old one is killed while it sends people on',
    at: 'moving',
    afterMs: 0,
    who: 'the old one',
    left: NEXT,
    isUnnoticed: false,
    isInShort: true,
  },
];

const DEATHS = inForm({ short: ALL.filter(({ isInShort }) => isInShort), long: ALL });

test.each(DEATHS)(
  '$name: one server goes on, and nothing is lost',
  { timeout: inForm({ short: 120_000, long: 300_000 }) },
  async ({ at, afterMs, who, left, isUnnoticed }) => {
    const server = await launched(HERE, { PORT: String(await freePort()) });
    const there = await gathering(server, MEETINGS, EACH);
    const people = there.seats.map((seat) => participant(seat, () => server.url));
    await settled(people);
    const noticed = people.map((each) => each.noticed);
    const postgres = server.postgres();
    const old = (await server.status())?.pid ?? 0;
    const next = releaseFolder({
      version: NEXT,
      files: { 'src/database/migrations/expand/9000_more.sql': 'create table more (id bigint);' },
    });

    const working = work(people, PER_SECOND);
    const killed = await upgradeUntil(server, next, at, async (fresh) => {
      await pause(afterMs);
      const victim = who === 'the old one' ? old : fresh;
      process.kill(victim, 'SIGKILL');
      return victim;
    });
    await vi.waitFor(
      async () => {
        expect(await server.status()).toMatchObject({ release: left, state: 'serving' });
        expect(isAlive(killed)).toBe(false);
      },
      { timeout: 30_000, interval: 50 },
    );
    await working.stop();

    const wrong = disturbances(noticed);
    if (isUnnoticed) expect(wrong).toEqual([]);
    const away = Math.round(Math.max(0, ...noticed.flatMap(({ awayMs }) => awayMs)));
    tell(`${who} dies at “${at}”: ${wrong.length} disturbances, the longest ${away} ms`);
    expect(wrongIn(await recordsOf(there, people))).toEqual([]);
    expect(server.postgres()).toBe(postgres);
    // One is there, and whoever waits for it ends with it.
    const last = (await server.status())?.pid ?? 0;
    for (const { client } of people) client.close();
    expect(await server.stop()).toBe(0);
    await vi.waitFor(() => expect([last, postgres].filter(isAlive)).toEqual([]), 10_000);
  },
);

test.runIf(isLong)(
  'who is told to stop in the midst of an upgrade stops, and nothing starts again',
  async () => {
    const server = await launched(HERE);
    const postgres = server.postgres();
    const old = (await server.status())?.pid ?? 0;
    let code: number | null = null;
    const fresh = await upgradeUntil(
      server,
      releaseFolder({ version: NEXT }),
      'moving',
      async (pid) => {
        code = await server.stop('SIGTERM');
        return pid;
      },
    );
    expect(code).toBe(0);
    await vi.waitFor(() => expect([old, fresh, postgres].filter(isAlive)).toEqual([]), 10_000);
    expect(await server.status()).toBeUndefined();
  },
);

/** Asks for an upgrade and, when it has come so far, does something to the new process; resolves when both are over. */
async function upgradeUntil(
  server: Launched,
  folder: string,
  at: UpgradeStep['step'],
  hurt: (fresh: number) => Promise<number>,
): Promise<number> {
  let fresh = 0;
  let hurting: Promise<number> | undefined;
  const upgrading = askForUpgrade(server.data, { folder, patienceSeconds: 60 }, (step) => {
    if (step.step === 'starting') fresh = step.pid;
    if (step.step === at) hurting ??= hurt(fresh);
  });
  // Who is killed cannot say how it ended.
  await upgrading.catch(() => undefined);
  if (!hurting) throw new Error(`the upgrade never came to “${at}”`);
  return hurting;
}
