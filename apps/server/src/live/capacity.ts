import { ownFileLimit } from './file-limit.ts';

/** How many connections this process serves. */
export interface Capacity {
  /** So many are let into meetings, whoever they are. */
  readonly open: number;
  /** Beyond that only people of running meetings who come back, up to so many in all. */
  readonly withReturning: number;
  /** So many in all with those that have not yet said what they want. */
  readonly withKnocking: number;
  /** Connections for pages and requests, beside these. */
  readonly http: number;
}

/** What the process opens for itself: the database, files, logs, mail. */
const SPARE_FILES = 100;
const RETURNING = 0.1;
/** Where the system has no limit, or does not say. */
const PLENTY = 100_000;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, Math.floor(value)));

/**
 * Divides what the file limit allows: pages have a part of their own, so that a full house still
 * shows the page that says so, and those who knock have one, so that they can be told to wait.
 * @param wanted the most that is wanted, whatever the limit allows
 */
export function capacityOf(wanted: number | undefined, files: number): Capacity {
  const rest = Math.max(50, files - SPARE_FILES);
  const http = between(20, rest / 5, 2_000);
  const live = rest - http;
  const knocking = between(5, live / 10, 500);
  const allowed = Math.floor((live - knocking) / (1 + RETURNING));
  const open = Math.min(wanted ?? Infinity, allowed);
  const withReturning = open + Math.max(1, Math.floor(open * RETURNING));
  return { open, withReturning, withKnocking: withReturning + knocking, http };
}

/** The most files and connections this process may have open. */
export function fileLimit(): number {
  const limit = ownFileLimit() ?? Infinity;
  return limit === Infinity ? PLENTY : limit;
}
