import * as z from 'zod/mini';

export const ReviewSettings = z.strictObject({});
export type ReviewSettings = z.infer<typeof ReviewSettings>;
