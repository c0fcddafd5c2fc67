import * as z from 'zod/mini';

export const UpdatesSettings = z.strictObject({});
export type UpdatesSettings = z.infer<typeof UpdatesSettings>;
