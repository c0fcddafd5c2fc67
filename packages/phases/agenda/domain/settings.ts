import { promptSchema } from '@rondo/meeting';
import * as z from 'zod/mini';

export const AgendaSettings = z.strictObject({
  /** What the timer offers for each item. */
  minutesPerItem: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
  /** What later steps call the items when they show them as cards: one prompt. */
  prompts: z._default(z.array(promptSchema).check(z.length(1)), [
    { id: 'agenda', title: { en: 'Agenda', de: 'Tagesordnung' }, hue: 'slate' },
  ]),
});
export type AgendaSettings = z.infer<typeof AgendaSettings>;
