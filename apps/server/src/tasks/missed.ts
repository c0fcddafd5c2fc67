const HOUR = 3_600_000;

/**
 * What is due on no day is missed once a week at most, however often the team meets: a daily team would
 * have to renew it after two days otherwise. Half a day short of a week, by time that has gone by, so that
 * it counts in every weekly meeting, also one that ends earlier or is in the week in which clocks change.
 */
const ONCE_WITHIN = (7 * 24 - 12) * HOUR;

interface Stayed {
  /** YYYY-MM-DD, in UTC, both. */
  due: string | null | undefined;
  today: string;
  /** How long ago it was missed in another meeting, ms; null: it never was. */
  sinceMissed: number | null;
}

/** Whether a promise that stays open should have been done: with a day, in every meeting from then on. */
export const isMissed = ({ due, today, sinceMissed }: Stayed): boolean =>
  due ? due <= today : sinceMissed === null || sinceMissed >= ONCE_WITHIN;
