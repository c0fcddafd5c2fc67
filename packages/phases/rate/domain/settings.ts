import * as z from 'zod/mini';

export const RateSettings = z.strictObject({});
export type RateSettings = z.infer<typeof RateSettings>;
