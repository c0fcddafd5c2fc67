import * as z from 'zod/mini';

/** Grouping needs no settings yet. */
export const GroupSettings = z.strictObject({});
export type GroupSettings = z.infer<typeof GroupSettings>;
