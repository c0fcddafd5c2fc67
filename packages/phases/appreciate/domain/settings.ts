import * as z from 'zod/mini';

export const AppreciateSettings = z.strictObject({});
export type AppreciateSettings = z.infer<typeof AppreciateSettings>;
