/** What people did while something happened, and what they noticed of it. */
export interface Noticed {
  /** The most who were there at once. */
  people: number;
  actions: number;
  /** Connections that took the place of another one. */
  moved: number;
  /** From somebody's action until everybody in the meeting saw it, the longest, ms. */
  longestGapMs: number;
  /** The longest for which this process was not let to work by the machine, ms. */
  stalledMs: number;
  /** Answered, and not in the log; or never answered. */
  lost: number;
  /** In the log more than once. */
  doubled: number;
  /** Frames of a connection that came in another order than that of the log, or with a gap. */
  outOfOrder: number;
  /** Connections that ended otherwise than by the client's own letting go. */
  forced: number;
  /** Attempts to come in that were refused, and by how many people. */
  refusals: number;
  readonly refused: Set<string>;
  /** Who never got in, or was not back at the end. */
  outside: number;
  /** How long each banner “no connection” was shown, ms. */
  readonly banners: number[];
  /** Meetings in which two people see something different at the end. */
  differing: number;
}

export const nothingNoticed = (): Noticed => ({
  people: 0,
  actions: 0,
  moved: 0,
  longestGapMs: 0,
  stalledMs: 0,
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  forced: 0,
  refusals: 0,
  refused: new Set(),
  outside: 0,
  banners: [],
  differing: 0,
});

/** Within this, what others do comes at once, ms. */
const SLOW_MS = 1_000;
/**
 * From one person to another go that many processes: client, proxy, server, database, and back. On a
 * machine that is busy with something else, each may wait as long as ours did.
 */
const PROCESSES = 6;

/** A gap that is longer is noticed, ms. */
const slow = ({ stalledMs }: Noticed): number => SLOW_MS + PROCESSES * stalledMs;

/** What people noticed, in words; empty: nothing. */
export function inWords(noticed: Noticed): string[] {
  const { lost, doubled, outOfOrder, forced, refused, refusals } = noticed;
  const { outside, banners, longestGapMs, differing } = noticed;
  const longest = Math.max(0, ...banners) / 1_000;
  return [
    refusals > 0 && `refused: ${refused.size} people, ${refusals} times in all`,
    outside > 0 && `not in their meeting at the end: ${outside} people`,
    banners.length > 0 &&
      `“no connection” was shown: ${banners.length} times, for up to ${longest.toFixed(1)} s`,
    forced > 0 && `connections that were cut: ${forced}`,
    longestGapMs > slow(noticed) &&
      `something was seen only ${(longestGapMs / 1_000).toFixed(1)} s after it was done`,
    lost > 0 && `lost: ${lost} of what was done`,
    doubled > 0 && `there twice: ${doubled} of what was done`,
    outOfOrder > 0 && `out of order: ${outOfOrder}`,
    differing > 0 && `meetings in which people do not see the same: ${differing}`,
  ].filter((line) => line !== false);
}
