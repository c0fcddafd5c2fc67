/** What somebody in a meeting notices of what is done to the servers. */
export interface Noticed {
  /** How connections ended that the client had not let go of, as WebSocket close codes. */
  readonly forced: number[];
  /** Attempts to connect that failed. */
  readonly refused: string[];
  /** Why they were sent away before they were let in. */
  readonly turnedAway: string[];
  /** What the screen said when, having been in, they were not. */
  readonly banners: string[];
  /** How long that lasted each time, ms. */
  readonly awayMs: number[];
  /** How long each thing they did took until it was answered, and when it was done, ms. */
  readonly answered: { readonly at: number; readonly ms: number }[];
  connections: number;
}

export const nothingNoticed = (): Noticed => ({
  forced: [],
  refused: [],
  turnedAway: [],
  banners: [],
  awayMs: [],
  answered: [],
  connections: 0,
});

/** Everything that a change which nobody should notice has shown to these people, in words. */
export const disturbances = (all: readonly Noticed[]): string[] =>
  all.flatMap(({ forced, refused, turnedAway, banners }, index) =>
    [
      ...forced.map((code) => `closed with ${code}`),
      ...refused.map((why) => `refused: ${why}`),
      ...turnedAway.map((why) => `turned away: ${why}`),
      ...banners.map((is) => `the screen said ${is}`),
    ].map((what) => `person ${index}: ${what}`),
  );

/** The value that so large a part of them do not exceed; 0: there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
