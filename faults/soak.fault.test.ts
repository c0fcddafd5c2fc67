import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../apps/server/src/testing/postgres.ts';
import { freePort } from '../bench/free-port.ts';
import { serverProcess } from '../deploy/testing/server-process.ts';
import { isLong } from './length.ts';
import { meetingOn } from './rig/people/meeting.ts';
import { rewriteTasks } from './rig/people/rewrite-tasks.ts';
import { filesOf } from './rig/process-memory.ts';
import { lowest, slopeOf } from './rig/slope.ts';
import { tell } from './rig/tell.ts';

/** Measured; a whole night is better: this finds what loses a per cent an hour where it is not small. */
const MINUTES = Number(process.env['FAULTS_SOAK_MINUTES'] ?? 20);
/** Caches fill and code is compiled: 3 of 150 MB, most of it in the first five minutes. */
const BEFORE = 10;
/** Twice as many as are ever in one meeting. */
const SIZE = 100;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What `collecting-server.ts` has told: MB, by its hours. */
const heldBy = (said: string): { at: number; value: number }[] =>
  [...said.matchAll(/^holds ([\d.]+) MB after (\d+) ms$/gm)].map(([, value, ms]) => ({
    at: Number(ms) / HOUR,
    value: Number(value),
  }));

test.runIf(isLong)(
  `${MINUTES} minutes at twice the usual peak, with people who come and go: memory and files stay as they are`,
  { timeout: (BEFORE + MINUTES + 5) * MINUTE, retry: 0 },
  async () => {
    const database = await freshDatabase();
    const main = join(import.meta.dirname, 'rig', 'collecting-server.ts');
    const server = await serverProcess(await freePort(), { DATABASE_URL: database }, main);
    onTestFinished(async () => void (await server.kill('SIGKILL')));
    const there = await meetingOn(server, { size: SIZE, database, forgets: true });
    onTestFinished(there.leave);
    const rewriting = rewriteTasks(there.people, 0.5, 'as short as most of them');
    const from = performance.now() + BEFORE * MINUTE;
    const until = from + MINUTES * MINUTE;
    let before = 0;
    const files: { at: number; value: number }[] = [];
    while (performance.now() < until) {
      await pause(500);
      there.people[Math.floor(Math.random() * SIZE)]?.socket()?.terminate();
      if (performance.now() < from) before = server.said().length;
      else files.push({ at: performance.now() / HOUR, value: filesOf(server.pid) });
    }
    await rewriting.stop();
    await there.settled();
    const grows = slopeOf(heldBy(server.said().slice(before)));
    const opens = slopeOf(lowest(files, (MINUTES * MINUTE) / HOUR / 25));
    const percent = (perUnit: number): string => `${((100 * perUnit) / grows.mean).toFixed(2)} %`;
    tell(
      `memory ${Math.round(grows.mean)} MB, ${percent(grows.perUnit)} more per hour (${percent(grows.atLeast)} at least); files ${opens.perUnit.toFixed(1)} more per hour`,
    );
    expect.soft((100 * grows.atLeast) / grows.mean).toBeLessThan(1);
    expect.soft(opens.atLeast).toBeLessThan(1);
  },
);
