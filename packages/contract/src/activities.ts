import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { LocalText } from './shapes.ts';

const tag = 'library';

export const ActivitySummary = z.object({
  id: z.string(),
  category: z.string(),
  name: LocalText,
  summary: LocalText,
  minutes: z.number(),
  people: z.object({ min: z.number(), max: z.number() }),
  hues: z.array(z.string()),
  keywords: z.object({ en: z.array(z.string()), de: z.array(z.string()).optional() }),
  /** The titles of its prompts; the search looks at them too. */
  prompts: z.array(LocalText),
  flow: z.array(z.string()),
});
export type ActivitySummary = z.infer<typeof ActivitySummary>;

export const Activity = ActivitySummary.omit({ flow: true, prompts: true }).extend({
  purpose: LocalText,
  flow: z.array(
    z.object({
      kind: z.string(),
      title: LocalText.optional(),
      tip: LocalText.optional(),
      minutes: z.number().optional(),
      settings: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type Activity = z.infer<typeof Activity>;

export const activities = {
  list: endpoint(
    'GET /activities',
    { summary: 'All activities of the library', tag },
    nothing,
    z.object({ activities: z.array(ActivitySummary) }),
  ),
  get: endpoint(
    'GET /activities/{activity}',
    { summary: 'One activity', tag, errors: ['not-found'] },
    z.object({ activity: z.string().max(60) }),
    Activity,
  ),
};
