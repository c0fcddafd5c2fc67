import * as z from 'zod/mini';

export const EstimateSettings = z.strictObject({});
export type EstimateSettings = z.infer<typeof EstimateSettings>;
