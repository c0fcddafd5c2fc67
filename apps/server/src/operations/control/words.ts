import * as z from 'zod';

// What is said over the control socket. Releases talk to each other here: add, and take nothing away.

export const UpgradeRequest = z.object({
  /** The release to change to: the folder of its checkout, absolute. */
  folder: z.string().startsWith('/'),
  /** How long it may take to become ready. */
  patienceSeconds: z.int().min(1).max(3_600),
});
export type UpgradeRequest = z.infer<typeof UpgradeRequest>;

export const ControlStatus = z.object({
  release: z.string(),
  pid: z.int(),
  node: z.string(),
  folder: z.string(),
  startedAt: z.string(),
  state: z.enum(['serving', 'upgrading', 'leaving']),
  connections: z.int(),
});
export type ControlStatus = z.infer<typeof ControlStatus>;

const release = z.string();
export const UpgradeStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('starting'), from: release, to: release, pid: z.int() }),
  z.object({ step: z.literal('ready'), to: release, seconds: z.number() }),
  z.object({ step: z.literal('moving'), connections: z.int(), perSecond: z.int() }),
  z.object({
    step: z.literal('done'),
    from: release,
    to: release,
    /** Connections that moved, and those of them that had to be closed. */
    moved: z.int(),
    cut: z.int(),
    /** From being asked to move until having moved, of the slowest. */
    longestMs: z.number(),
    seconds: z.number(),
  }),
  /** All is as it was before. */
  z.object({ step: z.literal('rolled-back'), from: release, why: z.string() }),
]);
export type UpgradeStep = z.infer<typeof UpgradeStep>;
