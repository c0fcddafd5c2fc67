import { availableParallelism } from 'node:os';
import * as z from 'zod';
import type { Db } from '../../database/database.ts';
import { latestRun } from '../runs/runs.ts';

/** Of what a server can take in, as much is left to it for its other work. */
const PART = 0.3;
/** Where nothing was measured. */
const USUAL = 500;
const MOST_PER_CORE = 1_000;
/** It is to be over after so long, s; grace periods of platforms are reckoned with it. */
export const LONGEST_DRAIN = 30;

const Measured = z.object({ handshakesPerSecond: z.number().positive() });

/** How many handshakes a second the way to this server was measured to bear; undefined: never measured. */
export async function measuredHandshakes(db: Db): Promise<number | undefined> {
  for (const kind of ['rehearsal', 'doctor'] as const) {
    const measured = Measured.safeParse((await latestRun(db, kind, { onlyGood: true }))?.result);
    if (measured.success) return measured.data.handshakesPerSecond;
  }
  return undefined;
}

/** How many connections a second are asked to move. */
export function drainRate(
  connections: number,
  measured: number | undefined,
  cores = availableParallelism(),
): number {
  const gentle = measured === undefined ? USUAL : PART * measured;
  const inTime = connections / LONGEST_DRAIN;
  return Math.ceil(Math.min(Math.max(gentle, inTime), MOST_PER_CORE * cores));
}
