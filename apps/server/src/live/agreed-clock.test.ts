import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeLog } from '../log.ts';
import { agreedClock, type AgreedClock } from './agreed-clock.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 11, 31, 23, 59);

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => {
  running?.stop();
  vi.useRealTimers();
});

let running: AgreedClock | undefined;

/** A machine and a database; `off` is by how much the database's clock is ahead. */
async function clockWith(database: {
  off: number;
  takes?: number;
  isAway?: boolean;
}): Promise<AgreedClock> {
  let passed = 0;
  running = await agreedClock(
    async () => {
      if (database.isAway) throw new Error('away');
      passed += database.takes ?? 0;
      return START + performance.now() - begun + database.off + passed - (database.takes ?? 0) / 2;
    },
    makeLog('silent'),
    () => performance.now() + passed,
  );
  return running;
}

let begun = 0;
beforeEach(() => (begun = performance.now()));

const elapsed = (): number => performance.now() - begun;

test.each([0, HOUR, -HOUR])(
  '[R32] it is the time of the database from the start: %i ms',
  async (off) => {
    const clock = await clockWith({ off });
    expect(clock.now() - START).toBe(off);
  },
);

test('[R32] setting the clock of this machine moves nothing', async () => {
  const clock = await clockWith({ off: 0 });
  vi.setSystemTime(START + HOUR);
  expect(clock.now() - START).toBe(elapsed());
});

test('a database that goes to another machine is followed', async () => {
  const database = { off: 0 };
  const clock = await clockWith(database);
  database.off = 5_000;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(clock.now() - START).toBe(15_000);
});

test('what a question takes is not a difference, and one that takes long says nothing', async () => {
  const database = { off: 0, takes: 100 };
  const clock = await clockWith(database);
  expect(Math.abs(clock.now() - START - 100)).toBeLessThan(1);
  database.takes = 2_000;
  database.off = 700;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(Math.abs(clock.now() - START - 12_100)).toBeLessThan(1);
});

test('while the database is away the time goes on', async () => {
  const database = { off: HOUR, isAway: false };
  const clock = await clockWith(database);
  database.isAway = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now() - START).toBe(HOUR + 60_000);
});
