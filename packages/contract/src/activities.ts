import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { LocalText, Uuid } from './shapes.ts';

const tag = 'library';

/** Who finds a team's own activity in the library: the team, its organization, or everybody on this server. */
export const Share = z.enum(['team', 'organization', 'server']);
export type Share = z.infer<typeof Share>;

/** What is told of an activity that a team has composed. */
export const CustomInfo = z.object({
  /** Its team, for those who are in that organization. */
  team: z.object({ id: Uuid, name: z.string() }).nullable(),
  share: Share,
  version: z.number().int(),
  /** Members of its team may change it. */
  mayEdit: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type CustomInfo = z.infer<typeof CustomInfo>;

export const ActivitySummary = z.object({
  id: z.string(),
  category: z.string(),
  name: LocalText,
  summary: LocalText,
  purpose: LocalText,
  minutes: z.number(),
  people: z.object({ min: z.number(), max: z.number() }),
  /** All at once, or everybody in their own time within a window; or both. */
  suits: z.array(z.enum(['live', 'async'])),
  place: z.array(z.enum(['remote', 'room'])),
  /** The part of the year it belongs to, as MM-DD; it may go over New Year. */
  season: z.object({ from: z.string(), to: z.string() }).optional(),
  hues: z.array(z.string()),
  /** Which composition its illustration has; else its id decides. */
  drawing: z.string().optional(),
  keywords: z.object({ en: z.array(z.string()), de: z.array(z.string()).optional() }),
  /** The titles of its prompts; the search looks at them too. */
  prompts: z.array(LocalText),
  flow: z.array(z.string()),
  /** Absent: it is built in. */
  custom: CustomInfo.optional(),
});
export type ActivitySummary = z.infer<typeof ActivitySummary>;

/** An activity as a member of a team finds it in the library. */
export const TeamActivity = ActivitySummary.extend({
  /** Marked by the person who asks; nobody else sees that. */
  favourite: z.boolean(),
  /** How often this team ran it. */
  teamRuns: z.number().int(),
  lastRun: z.iso.datetime().nullable(),
  /** Its place among what the organization ran most in the last 90 days, from 1; null beyond the first few. */
  popular: z.number().int().nullable(),
});
export type TeamActivity = z.infer<typeof TeamActivity>;

export const Activity = ActivitySummary.omit({ flow: true, prompts: true }).extend({
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

const one = z.object({ activity: z.string().max(60) });

export const activities = {
  list: endpoint(
    'GET /activities',
    { summary: 'All built-in activities, and those of teams that are shared with who asks', tag },
    nothing,
    z.object({ activities: z.array(ActivitySummary) }),
  ),
  get: endpoint(
    'GET /activities/{activity}',
    { summary: 'One activity', tag, errors: ['not-found'] },
    one,
    Activity,
  ),
  ofTeam: endpoint(
    'GET /teams/{team}/activities',
    {
      summary: 'The library as a member of a team sees it',
      tag,
      errors: ['signed-out', 'not-found'],
    },
    z.object({ team: Uuid }),
    z.object({ activities: z.array(TeamActivity) }),
  ),
  setFavourite: endpoint(
    'PUT /activities/{activity}/favourite',
    {
      summary: 'Mark an activity as a favourite, or no longer',
      tag,
      errors: ['signed-out', 'not-found'],
    },
    one.extend({ favourite: z.boolean() }),
    nothing,
  ),
};
