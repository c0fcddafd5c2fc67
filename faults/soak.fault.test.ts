import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { isLong } from './length.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { rewriteTasks } from './rig/people/rewrite-tasks.ts';
import { filesOf, memoryOf } from './rig/process-memory.ts';
import { lowest, slopeOf } from './rig/slope.ts';
import { tell } from './rig/tell.ts';

/** A whole night is better; this finds what loses a per cent an hour where it is not small. */
const MINUTES = Number(process.env['FAULTS_SOAK_MINUTES'] ?? 20);
/** Twice as many as are ever in one meeting. */
const SIZE = 100;
const HOUR = 3_600_000;

/** What `collecting-server.ts` has said last, MB. */
const heldBy = (said: string): number =>
  Number([...said.matchAll(/^holds ([\d.]+) MB$/gm)].at(-1)?.[1]);

test.runIf(isLong)(
  `${MINUTES} minutes at twice the usual peak, with people who come and go: memory and files stay as they are`,
  { timeout: (MINUTES + 5) * 60_000 },
  async () => {
    const database = await freshDatabase();
    const main = join(import.meta.dirname, 'rig', 'collecting-server.ts');
    const server = await serverProcess(await freePort(), { DATABASE_URL: database }, main);
    onTestFinished(async () => void (await server.kill('SIGKILL')));
    const there = await meetingOn(server, { size: SIZE, database, forgets: true });
    onTestFinished(there.leave);
    const rewriting = rewriteTasks(there.people, 0.5, 'as short as most of them');
    const until = performance.now() + MINUTES * 60_000;
    // Caches fill and code is compiled in the first fifth.
    const from = performance.now() + MINUTES * 12_000;
    const memory: { at: number; value: number }[] = [];
    const held: { at: number; value: number }[] = [];
    const files: { at: number; value: number }[] = [];
    while (performance.now() < until) {
      await pause(500);
      there.people[Math.floor(Math.random() * SIZE)]?.socket()?.terminate();
      const at = performance.now() / HOUR;
      if (performance.now() < from) continue;
      memory.push({ at, value: memoryOf(server.pid) });
      held.push({ at, value: heldBy(server.said()) });
      files.push({ at, value: filesOf(server.pid) });
    }
    await rewriting.stop();
    await there.settled();
    const stretch = (MINUTES * 60_000) / HOUR / 25;
    const opens = slopeOf(lowest(files, stretch));
    const all = percentOf(lowest(memory, stretch));
    const own = percentOf(lowest(held, stretch));
    tell(
      `memory ${all.said}; held of it ${own.said}; files ${opens.perUnit.toFixed(1)} more per hour`,
    );
    expect.soft(all.atLeast).toBeLessThan(1);
    expect.soft(own.atLeast).toBeLessThan(1);
    expect.soft(opens.atLeast).toBeLessThan(1);
  },
);

/** How much memory grows in an hour, in per cent. */
function percentOf(points: Parameters<typeof slopeOf>[0]): { said: string; atLeast: number } {
  const { mean, perUnit, atLeast } = slopeOf(points);
  const [percent, least] = [(100 * perUnit) / mean, (100 * atLeast) / mean];
  return {
    said: `${Math.round(mean)} MB, ${percent.toFixed(2)} % more per hour (${least.toFixed(2)} % at least)`,
    atLeast: least,
  };
}
