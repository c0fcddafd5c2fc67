import * as z from 'zod';

// What a server and the one that takes over from it say to each other, over the channel that Node.js
// makes between a process and its child. They are of different releases: add, and take nothing away.

/** From the new one. */
export const FromSuccessor = z.discriminatedUnion('t', [
  /** Everything but listening is done. */
  z.object({ t: z.literal('ready'), release: z.string() }),
  z.object({ t: z.literal('listening') }),
  z.object({ t: z.literal('failed'), why: z.string() }),
]);
export type FromSuccessor = z.infer<typeof FromSuccessor>;

/** From the old one, with the listening socket. */
export const LISTEN = { t: 'listen' } as const;
