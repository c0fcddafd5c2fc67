import * as z from 'zod/mini';

export const BreakoutSettings = z.strictObject({});
export type BreakoutSettings = z.infer<typeof BreakoutSettings>;
