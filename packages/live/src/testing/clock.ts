import type { Clock } from '../room/ports.ts';

interface Alarm {
  at: number;
  /** Equal times ring in the order in which they were set. */
  order: number;
  run: () => void;
}

/** Time that passes only when the test says so. */
export interface TestClock extends Clock {
  /**
   * Lets `ms` pass: everything that is due happens in order, and after each step everything that
   * this has set off.
   */
  advance(ms: number): Promise<void>;
  /** Runs what is due now, without any time passing. */
  settle(): Promise<void>;
  /** The next alarm happens at this time, ms; null: none is set. */
  next(): number | null;
}

/**
 * `breathe` waits until every promise that can go on has gone on; in Node that is one turn of the
 * event loop: `() => new Promise((resume) => setImmediate(resume))`.
 */
export function testClock(breathe: () => Promise<void>, start = 1_767_225_600_000): TestClock {
  let now = start;
  let order = 0;
  let soon: (() => void)[] = [];
  const alarms: Alarm[] = [];

  const settle = async (): Promise<void> => {
    await breathe();
    while (soon.length > 0) {
      const due = soon;
      soon = [];
      for (const run of due) run();
      await breathe();
    }
  };

  const insert = (alarm: Alarm): void => {
    let at = alarms.length;
    while (at > 0 && isBefore(alarm, alarms[at - 1])) at--;
    alarms.splice(at, 0, alarm);
  };

  return {
    now: () => now,
    after: (ms, run) => {
      const alarm: Alarm = { at: now + Math.max(0, ms), order: order++, run };
      insert(alarm);
      return () => {
        const at = alarms.indexOf(alarm);
        if (at >= 0) alarms.splice(at, 1);
      };
    },
    soon: (run) => {
      soon.push(run);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let next = alarms[0]; next && next.at <= until; next = alarms[0]) {
        now = Math.max(now, next.at);
        alarms.shift();
        next.run();
        await settle();
      }
      now = until;
    },
    settle,
    next: () => alarms[0]?.at ?? null,
  };
}

const isBefore = (a: Alarm, b: Alarm | undefined): boolean =>
  b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
