import { localText } from '@rondo/meeting';
import * as z from 'zod/mini';

export const WrapUpSettings = z.strictObject({
  /** What everybody rates from 1 to 5. */
  question: z._default(localText(160), {
    en: 'Was this meeting worth your time?',
    de: 'War dieses Meeting deine Zeit wert?',
  }),
  /** What 1 means, and what 5 means. */
  low: z._default(localText(60), { en: 'Time lost', de: 'Verlorene Zeit' }),
  high: z._default(localText(60), { en: 'Well worth it', de: 'Sehr lohnend' }),
});
export type WrapUpSettings = z.infer<typeof WrapUpSettings>;
