import * as z from 'zod/mini';

export const PollSettings = z.strictObject({});
export type PollSettings = z.infer<typeof PollSettings>;
