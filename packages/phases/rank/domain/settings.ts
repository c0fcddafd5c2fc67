import * as z from 'zod/mini';

export const RankSettings = z.strictObject({});
export type RankSettings = z.infer<typeof RankSettings>;
