import type { Clock } from '@rondo/live/room';
import type { Logger } from 'pino';
import { machineClock } from './machine.ts';

/** The database is asked so often, ms. */
const EVERY = 10_000;
/** Differences below this, ms, are no reason to move. */
const TOLERATED = 200;

export interface AgreedClock extends Clock {
  readonly stop: () => void;
}

/**
 * The time of the database, for all servers alike: a timer that one has started ends for everybody at
 * the same moment, also where the clocks of the machines differ. In between it goes by a clock that
 * nobody can set, so that setting this machine's moves nothing. Resolves when the database has told
 * the time.
 * @param ask the time of the database, ms since 1970
 */
export async function agreedClock(
  ask: () => Promise<number>,
  log: Logger,
  pulse: () => number = () => performance.now(),
): Promise<AgreedClock> {
  let ahead = Date.now() - pulse();
  let isStopped = false;
  const compare = async (): Promise<void> => {
    const asked = pulse();
    const there = await ask();
    const took = pulse() - asked;
    const off = there - (asked + took / 2) - ahead;
    // It was told somewhen between question and answer.
    if (Math.abs(off) < Math.max(TOLERATED, took / 2)) return;
    ahead += off;
    log.warn({ ms: Math.round(off) }, 'the time was set to that of the database');
  };
  await compare();
  const again = async (): Promise<void> => {
    try {
      await compare();
    } catch (error) {
      log.debug({ err: error }, 'the database does not tell the time');
    }
    if (!isStopped) timer = setTimeout(() => void again(), EVERY).unref();
  };
  let timer = setTimeout(() => void again(), EVERY).unref();
  return {
    ...machineClock,
    now: () => Math.round(pulse() + ahead),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
