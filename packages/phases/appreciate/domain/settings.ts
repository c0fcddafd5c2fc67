import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

export const AppreciateSettings = z.strictObject({
  /** What people are asked. */
  question: z.optional(localText(160)),
  hint: z.optional(localText(256)),
  /** What is given stays in people's hands until it is unwrapped; else everybody sees it at once. */
  secret: z._default(z.boolean(), true),
  /** No giver is ever put on the board. */
  anonymous: z._default(z.boolean(), false),
  /** Each may choose for each kudos whether their name stands on it; `anonymous` is what is offered first. */
  mayChoose: z._default(z.boolean(), false),
});
export type AppreciateSettings = z.infer<typeof AppreciateSettings>;
