/** Those who were told to come back later, and when. */
export interface Waiting {
  /** When the next one shall come back, ms from now: the later, the more are waiting already. */
  readonly later: () => number;
  /** How many have been told so and are not back yet. */
  readonly count: () => number;
}

export interface WaitingLimits {
  readonly leastMs: number;
  readonly mostMs: number;
  /** So many that wait may ask again each second. */
  readonly perSecond: number;
}

export const WAITING: WaitingLimits = { leastMs: 5_000, mostMs: 60_000, perSecond: 50 };

export function makeWaiting(
  now: () => number,
  random: () => number,
  { leastMs, mostMs, perSecond }: WaitingLimits = WAITING,
): Waiting {
  /** How many come back in which second. */
  const expected = new Map<number, number>();
  const count = (): number => {
    const second = Math.floor(now() / 1_000);
    let sum = 0;
    for (const [when, many] of expected) {
      if (when < second) expected.delete(when);
      else sum += many;
    }
    return sum;
  };
  return {
    count,
    later: () => {
      const fair = Math.max(leastMs, Math.min(mostMs, (count() / perSecond) * 1_000));
      // At random around it, so that they do not come as a crowd again.
      const ms = Math.round(fair * (0.75 + random() / 2));
      const second = Math.floor((now() + ms) / 1_000);
      expected.set(second, (expected.get(second) ?? 0) + 1);
      return ms;
    },
  };
}
