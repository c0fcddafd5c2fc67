import { availableParallelism } from 'node:os';
import * as z from 'zod';
import type { Db } from '../../database/database.ts';
import { latestReports } from '../doctor/latest.ts';
import { latestRun } from '../runs/runs.ts';

/** Of what a server can take in, as much is left to it for its other work. */
const PART = 0.3;
/** Where nothing was measured. */
const USUAL = 500;
const MOST_PER_CORE = 1_000;
/** It is to be over after so long, s; grace periods of platforms are reckoned with it. */
export const LONGEST_DRAIN = 30;

/** The check of the doctor that knocks at the public address. */
const WAY_IN = 'public-address';

const Measured = z.object({ handshakesPerSecond: z.number().positive() });

/** How many handshakes a second the way to this server was measured to bear; undefined: never measured. */
export async function measuredHandshakes(db: Db): Promise<number | undefined> {
  // With as many people as come; the doctor knocks every hour with few.
  const rehearsal = await latestRun(db, 'rehearsal', { onlyGood: true });
  const seen = [rehearsal?.result, await examined(db)];
  return seen.flatMap((each) => Measured.safeParse(each).data ?? [])[0]?.handshakesPerSecond;
}

/** Figures of the last examination through the public address; nothing: people were turned away. */
async function examined(db: Db): Promise<unknown> {
  const findings = (await latestReports(db)).flatMap((report) => report.findings);
  const found = findings.find(({ check }) => check === WAY_IN);
  return found?.severity === 'failure' ? undefined : found?.data;
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
