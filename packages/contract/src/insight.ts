import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Uuid } from './shapes.ts';

const tag = 'metrics';

/** What is counted each week. `views` and `visitors` are of the whole server alone. */
export const METRICS = [
  /** Different people who did something on purpose in the 28 days up to the end of the week. */
  'monthly-active',
  /** Different people who did something on purpose in the week. */
  'weekly-active',
  /** People of the week who never did before. */
  'new-active',
  /** Meetings in which two or more people were and somebody contributed, each in one week. */
  'meetings',
  /** People without an account in those meetings, counted in each. */
  'guests',
  /** Teams with such a meeting. */
  'teams',
  /** Pages of the web app that were looked at. */
  'views',
  /** Visitors of each day, added up: they cannot be told apart over days. */
  'visitors',
] as const;
export type Metric = (typeof METRICS)[number];

export const MetricSeries = z.object({
  metric: z.enum(METRICS),
  /** A figure for each week; null: it was not counted yet. */
  values: z.array(z.int().nullable()),
  /** Against the week before, as a share of it: 0.1 is a tenth more; null: there is nothing to compare with. */
  changes: z.array(z.number().nullable()),
  /** Of this week and the three before; null where one of them is missing, or is not over. */
  medians: z.array(z.number().nullable()),
  /** How the last week that is over went, in words: “down 4 % after two strong weeks”. Empty: nothing to compare with. */
  sentence: z.object({ en: z.string(), de: z.string() }),
});
export type MetricSeries = z.infer<typeof MetricSeries>;

export const Figures = z.object({
  /** When the counts were last brought up to date; null: never yet. */
  countedAt: z.iso.datetime().nullable(),
  /** Mondays, the earliest first; days and weeks go by UTC. */
  weeks: z.array(
    z.object({
      monday: z.iso.date(),
      /** As ISO 8601 names it, such as `2026-W48`. */
      name: z.string(),
      /** Not over yet: its figures still grow. */
      partial: z.boolean(),
    }),
  ),
  series: z.array(MetricSeries),
  /** Meetings by the category of their activity, the most frequent first. */
  types: z.array(z.object({ category: z.string(), values: z.array(z.int().nullable()) })),
  /** People by the week in which they were active for the first time, the latest first. */
  cohorts: z.array(
    z.object({
      monday: z.iso.date(),
      people: z.int(),
      /**
       * The share of them who were active in each week from their first, which is 1; null for the whole of a
       * cohort that is so small that it would tell of single people.
       */
      active: z.array(z.number()).nullable(),
    }),
  ),
});
export type Figures = z.infer<typeof Figures>;

const ofOrganization = z.object({ organization: Uuid });
const file = z.object({ format: z.enum(['csv', 'json']) });

export const insight = {
  server: endpoint(
    'GET /server/metrics',
    {
      summary: 'How much the server is used, week by week; for its owner alone',
      tag,
      errors: ['signed-out', 'not-found'],
    },
    nothing,
    Figures,
  ),
  serverFile: endpoint(
    'GET /server/metrics/{format}',
    { summary: 'The same as a file', tag, errors: ['signed-out', 'not-found'] },
    file,
    z.file(),
  ),
  organization: endpoint(
    'GET /organizations/{organization}/metrics',
    {
      summary: 'How much an organization uses Rondo, week by week; for its owners and admins',
      tag,
      errors: ['signed-out', 'not-found', 'not-allowed'],
    },
    ofOrganization,
    Figures,
  ),
  organizationFile: endpoint(
    'GET /organizations/{organization}/metrics/{format}',
    { summary: 'The same as a file', tag, errors: ['signed-out', 'not-found', 'not-allowed'] },
    ofOrganization.extend(file.shape),
    z.file(),
  ),
  view: endpoint(
    'POST /views',
    {
      summary: 'Count that a page of the web app is looked at, without saying by whom',
      tag,
    },
    // Whatever is asked for is kept as one of the patterns of `pages.ts`, so no id is ever stored.
    z.object({ page: z.string().startsWith('/').max(200) }),
    nothing,
  ),
};
