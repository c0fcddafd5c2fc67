import { visibleLength } from '@rondo/meeting';
import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { name, Page, Uuid } from './shapes.ts';

const tag = 'reports';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
const changing = [...errors, 'conflict', 'archived', 'read-only'] as const;

const words = (max: number) =>
  z
    .string()
    .trim()
    .refine((value) => visibleLength(value) <= max, `at most ${max} characters`);

/** What is counted for every report. A closed list; a name that is here stays here. */
export const FIGURES = ['meetings', 'tasks', 'people'] as const;
export const FigureName = z.enum(FIGURES);
export type FigureName = z.infer<typeof FigureName>;

/** One number of the report's week. */
export const ReportFigure = z.object({
  name: FigureName,
  value: z.number().int(),
  /** Of the weeks before, the latest first. */
  before: z.array(z.number().int()),
});
export type ReportFigure = z.infer<typeof ReportFigure>;

/** The words of a report. Introduction and entries are small Markdown. */
export const ReportContent = z.object({
  title: words(120),
  intro: words(4_000),
  /** The first and the last day that it tells of. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The figures that are shown, and the sentence about them. */
  figures: z.array(FigureName).max(FIGURES.length),
  sentence: words(400),
  sections: z
    .array(
      z.object({
        id: z.string().max(40),
        title: name(120),
        entries: z.array(z.object({ id: z.string().max(40), text: words(2_400) })).max(300),
      }),
    )
    .max(12),
});
export type ReportContent = z.infer<typeof ReportContent>;

const Audience = z.enum(['private', 'public']);

export const ReportSummary = z.object({
  id: Uuid,
  number: z.number().int(),
  title: z.string(),
  author: z.string(),
  state: z.enum(['draft', 'published']),
  audience: Audience,
  from: z.iso.date(),
  to: z.iso.date(),
  createdAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  feedback: z.number().int(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

export const ReportChannel = z.object({
  title: z.string().nullable(),
  /** The number that the next draft will get. */
  nextNumber: z.number().int(),
  figures: z.array(FigureName),
  /** The public list, and its feed. */
  url: z.string(),
  feed: z.string(),
  /** How many people outside get public reports by mail; null: not for you to know. */
  subscribers: z.number().int().nullable(),
  /** You get this team's reports by mail. */
  mailed: z.boolean(),
  /** Your own secret link to a feed with private reports too; null: there is none. */
  privateFeed: z.string().nullable(),
});
export type ReportChannel = z.infer<typeof ReportChannel>;

export const Report = ReportSummary.omit({
  feedback: true,
  title: true,
  from: true,
  to: true,
}).extend({
  team: z.object({ id: Uuid, name: z.string(), language: z.enum(['en', 'de']) }),
  content: ReportContent,
  counted: z.array(ReportFigure),
  authorId: Uuid.nullable(),
  version: z.number().int(),
  /** The public page; null: it is not public. */
  url: z.string().nullable(),
  /** `reader`: a colleague of another team, who sees what is published. */
  you: z.enum(['reader', 'member', 'publisher']),
  /** The team can be changed. */
  open: z.boolean(),
  /** Who may be its author; for members. */
  members: z.array(z.object({ id: Uuid, name: z.string() })),
  corrections: z.array(
    z.object({
      id: Uuid,
      at: z.iso.datetime(),
      note: z.string(),
      by: z.string(),
      /** What it said before; for members. */
      before: ReportContent.nullable(),
    }),
  ),
  /** For members. */
  feedback: z.array(
    z.object({ id: Uuid, at: z.iso.datetime(), name: z.string().nullable(), text: z.string() }),
  ),
});
export type Report = z.infer<typeof Report>;

const ofTeam = z.object({ team: Uuid });
const ofReport = z.object({ report: Uuid });
/** The one that was read before it was changed. */
const version = z.number().int();

export const reports = {
  list: endpoint(
    'GET /teams/{team}/reports',
    { summary: 'A team’s reports, drafts among them, the newest first', tag, errors },
    ofTeam.extend(Page.shape),
    z.object({
      channel: ReportChannel,
      reports: z.array(ReportSummary),
      before: z.string().nullable(),
    }),
  ),
  change: endpoint(
    'PATCH /teams/{team}/reports',
    {
      summary: 'Change what all reports of a team have in common; for leads',
      tag,
      errors: changing,
    },
    ofTeam.extend({
      title: name(80).nullable().optional(),
      /** Greater than every number that was given. */
      nextNumber: z.number().int().min(1).max(99_999).optional(),
      figures: z.array(FigureName).max(FIGURES.length).optional(),
    }),
    ReportChannel,
  ),
  follow: endpoint(
    'PUT /teams/{team}/reports/mails',
    { summary: 'Get a team’s reports by mail, or no longer', tag, errors },
    ofTeam.extend({ mailed: z.boolean() }),
    ReportChannel,
  ),
  renewFeed: endpoint(
    'POST /teams/{team}/reports/feed',
    { summary: 'Make your secret link to the feed, or a new one in place of the old', tag, errors },
    ofTeam,
    ReportChannel,
  ),
  revokeFeed: endpoint(
    'DELETE /teams/{team}/reports/feed',
    { summary: 'Take the secret link back', tag, errors },
    ofTeam,
    ReportChannel,
  ),
  get: endpoint(
    'GET /reports/{report}',
    { summary: 'A report: for its team, and once published for the organization', tag, errors },
    ofReport,
    Report,
  ),
  save: endpoint(
    'PUT /reports/{report}',
    { summary: 'Save the draft of a report', tag, errors: changing },
    ofReport.extend({ version, content: ReportContent, author: Uuid.nullable() }),
    Report,
  ),
  publish: endpoint(
    'POST /reports/{report}/publish',
    { summary: 'Publish a draft: for leads and its author', tag, errors: changing },
    ofReport.extend({ version, audience: Audience }),
    Report,
  ),
  unpublish: endpoint(
    'POST /reports/{report}/unpublish',
    { summary: 'Take a published report back; it is a draft again', tag, errors: changing },
    ofReport.extend({ version }),
    Report,
  ),
  correct: endpoint(
    'POST /reports/{report}/correct',
    {
      summary: 'Correct a published report, with a note that readers see',
      tag,
      errors: changing,
    },
    ofReport.extend({ version, content: ReportContent, note: name(400) }),
    Report,
  ),
  remove: endpoint(
    'DELETE /reports/{report}',
    { summary: 'Delete a draft; its number is not given again', tag, errors: changing },
    ofReport,
    nothing,
  ),
  say: endpoint(
    'POST /reports/{report}/feedback',
    { summary: 'Say something about a published report to its team', tag, errors },
    ofReport.extend({ text: name(4_000) }),
    nothing,
  ),
  markdown: endpoint(
    'GET /reports/{report}/markdown',
    { summary: 'A report as Markdown', tag, errors },
    ofReport,
    z.object({ file: z.string(), text: z.string() }),
  ),
};
