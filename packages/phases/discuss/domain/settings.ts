import * as z from 'zod/mini';

export const DiscussSettings = z.strictObject({
  /** What the timer offers for each topic. */
  minutesPerTopic: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
});
export type DiscussSettings = z.infer<typeof DiscussSettings>;
