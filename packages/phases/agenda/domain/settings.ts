import * as z from 'zod/mini';

export const AgendaSettings = z.strictObject({});
export type AgendaSettings = z.infer<typeof AgendaSettings>;
