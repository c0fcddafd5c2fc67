import * as z from 'zod/mini';

const count = z.int().check(z.minimum(1), z.maximum(20));

export const VoteSettings = z.strictObject({
  /** How many votes each person has. */
  votes: z._default(count, 5),
  /** How many of them may go to one topic. */
  perTopic: z._default(count, 3),
});
export type VoteSettings = z.infer<typeof VoteSettings>;
