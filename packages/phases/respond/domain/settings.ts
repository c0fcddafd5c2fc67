import * as z from 'zod/mini';

export const RespondSettings = z.strictObject({});
export type RespondSettings = z.infer<typeof RespondSettings>;
