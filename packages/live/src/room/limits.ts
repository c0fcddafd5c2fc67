/** Where the room draws its lines. A server may set others; the load generator does. */
export interface Limits {
  /** Entries in one statement. */
  batch: number;
  /** Commands of one meeting in one turn; the rest comes in the next. */
  turn: number;
  /** Commands of one meeting that may wait; more are answered `busy`. */
  queued: number;
  /** Commands one connection may send ahead of being let in. */
  ahead: number;
  /** Commands per second of one connection, and how many it may save up; more are answered `too-fast`. */
  commands: Rate;
  /** Messages of any kind likewise; more close the connection. */
  messages: Rate;
  /** How often a turn meets another head before its commands are answered `busy`. */
  conflicts: number;
  /** A snapshot is stored every so many entries. */
  snapshotEvery: number;
  /** Entries kept in memory per meeting for those who come back. */
  recent: number;
  /** The most characters of entries kept so. */
  recentSize: number;
  /** Beyond so many bytes not yet sent no more changes are sent; the whole view follows later. */
  slowBytes: number;
  /** The whole view is sent when no more than so many bytes are left. */
  drainedBytes: number;
  /** Beyond so many bytes the connection is closed. */
  deafBytes: number;
  /** So long a reader that is behind may take nothing at all, ms. */
  deafMs: number;
  /** A room stays in memory so long after the last one left, ms. */
  emptyMs: number;
  /** Heads of all rooms are compared so often, ms. */
  pollMs: number;
  /** Beats, ms. */
  beatMs: number;
  /** Others learn so often what somebody is doing, ms. */
  hereMs: number;
  /** Somebody whose last connection closed is gone after so long, ms. */
  graceMs: number;
  /** Other nodes are told so often that somebody is still here, ms. */
  announceMs: number;
  /** What another node said about somebody holds so long, ms. */
  heardMs: number;
  /** The longest pause between two attempts to reach the log, ms. */
  retryMs: number;
}

export interface Rate {
  perSecond: number;
  burst: number;
}

export const LIMITS: Limits = {
  batch: 256,
  turn: 512,
  queued: 2_000,
  ahead: 256,
  commands: { perSecond: 20, burst: 256 },
  messages: { perSecond: 100, burst: 1_024 },
  conflicts: 10,
  snapshotEvery: 200,
  recent: 128,
  recentSize: 128 * 1024,
  slowBytes: 256 * 1024,
  drainedBytes: 32 * 1024,
  deafBytes: 1024 * 1024,
  deafMs: 10_000,
  emptyMs: 60_000,
  pollMs: 1_700,
  beatMs: 25_000,
  hereMs: 100,
  graceMs: 5_000,
  announceMs: 20_000,
  heardMs: 50_000,
  retryMs: 5_000,
};
