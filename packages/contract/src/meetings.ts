import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { GuestPolicy, Language, LocalText, MeetingKey, name, Page, Uuid } from './shapes.ts';

const tag = 'meetings';
const errors = ['signed-out', 'not-found', 'not-allowed'] as const;
const ofMeeting = z.object({ meeting: MeetingKey });

export const MeetingSummary = z.object({
  id: MeetingKey,
  name: z.string(),
  activity: z.object({
    id: z.string(),
    name: LocalText,
    hues: z.array(z.string()),
    /** What its illustration shows; only while the library has the activity. */
    drawing: z.string().optional(),
  }),
  status: z.enum(['running', 'ended']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  facilitator: z.string(),
  people: z.number().int(),
  /** How many are connected right now, as far as this server has heard. */
  here: z.number().int(),
  tasks: z.number().int(),
  /** Days until it ends by itself because nobody is active; null while that is far away. */
  endsInDays: z.number().int().nullable(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

/** What the holder of a meeting link learns before coming in. */
export const MeetingDoor = z.object({
  id: MeetingKey,
  status: z.enum(['running', 'ended']),
  /** As what you would come in: a member of the team, a guest who has been here, or nobody yet. */
  you: z.enum(['member', 'guest', 'stranger']),
  guests: GuestPolicy,
  /** It has ended and can be opened again by you: one that came from another tool has nothing to go on from. */
  reopens: z.boolean(),
  /** Only for members and guests. */
  name: z.string().nullable(),
  team: z.object({ id: Uuid, name: z.string() }).nullable(),
});
export type MeetingDoor = z.infer<typeof MeetingDoor>;

/** The outcome's shape is the meeting package's `Outcome`; it is passed through unchanged. */
export const OutcomeShape = z.looseObject({ format: z.literal(1) });

const minutes = (most: number) => z.number().int().min(0).max(most).nullable();
const DAY = 24 * 60;

/** When a phase opens and closes by itself. All in minutes; null: not by the clock. */
export const PlannedWindow = z.object({
  /** The phase of the activity, from 0. */
  phase: z.number().int().min(0).max(30),
  /** After the start of the meeting. */
  opensAfter: minutes(60 * DAY),
  /** After the start of the meeting. */
  closesAfter: minutes(60 * DAY),
  /** Closes as soon as everybody in the team has done their part. */
  whenDone: z.boolean(),
  /** So long before it closes those who are missing get a mail. */
  remindBefore: minutes(30 * DAY),
  /** So long after it has closed those who are late are waited for, where it is the last phase. */
  lateFor: minutes(30 * DAY),
});
export type PlannedWindow = z.infer<typeof PlannedWindow>;

export const meetings = {
  start: endpoint(
    'POST /teams/{team}/meetings',
    {
      summary: 'Start an activity as a meeting',
      tag,
      errors: [...errors, 'archived', 'read-only'],
    },
    z.object({
      team: Uuid,
      activity: z.string().max(60),
      name: name(80).optional(),
      guests: GuestPolicy.optional(),
      /** False: cards carry the names of their authors. Absent: as the activity has it. */
      anonymous: z.boolean().optional(),
      /** Indexes of phases of the activity that are left out. */
      without: z.array(z.number().int().min(0).max(30)).max(30).optional(),
      /**
       * Look first at what was promised in earlier meetings, if there is anything; not where the activity
       * does so anyway, nor where phases go by the clock.
       */
      review: z.boolean().optional(),
      /** Phases that open and close by the clock; the others are live. */
      windows: z.array(PlannedWindow).max(30).optional(),
    }),
    z.object({ meeting: MeetingKey }),
  ),
  list: endpoint(
    'GET /teams/{team}/meetings',
    { summary: "A team's meetings, the latest first", tag, errors },
    Page.extend({ team: Uuid, status: z.enum(['running', 'ended']) }),
    z.object({ meetings: z.array(MeetingSummary), next: z.string().nullable() }),
  ),
  door: endpoint(
    'GET /meetings/{meeting}',
    { summary: 'What is behind a meeting link', tag, errors: ['not-found'] },
    ofMeeting,
    MeetingDoor,
  ),
  enterAsGuest: endpoint(
    'POST /meetings/{meeting}/guests',
    {
      summary: 'Come in with just a name',
      tag,
      errors: ['not-found', 'not-allowed', 'ended', 'locked'],
    },
    ofMeeting.extend({ name: name(40) }),
    nothing,
  ),
  remove: endpoint(
    'DELETE /meetings/{meeting}',
    { summary: 'Delete an ended meeting with its outcome', tag, errors },
    ofMeeting,
    nothing,
  ),
};

/** A statement of an outcome, and what was answered to it before; the earliest run first. */
export const StatementTrend = z.object({
  statement: z.string(),
  runs: z.array(
    z.object({
      at: z.iso.datetime(),
      answers: z.number().int(),
      /** From the lowest to the highest point; null: too few had answered. */
      counts: z.array(z.number().int()).nullable(),
    }),
  ),
});
export type StatementTrend = z.infer<typeof StatementTrend>;

export const outcomes = {
  get: endpoint(
    'GET /meetings/{meeting}/outcome',
    { summary: 'What remains of a meeting', tag, errors: ['not-found'] },
    ofMeeting,
    OutcomeShape,
  ),
  file: endpoint(
    'GET /meetings/{meeting}/outcome/{format}',
    { summary: 'What remains of a meeting, as a file', tag, errors: ['not-found'] },
    ofMeeting.extend({
      format: z.enum(['markdown', 'csv', 'json']),
      language: Language.default('en'),
    }),
    z.file(),
  ),
  trend: endpoint(
    'GET /meetings/{meeting}/trend',
    {
      summary: "How the team answered the outcome's statements in earlier runs of the activity",
      tag,
      errors: ['not-found'],
    },
    ofMeeting,
    z.object({ statements: z.array(StatementTrend) }),
  ),
  mail: endpoint(
    'POST /meetings/{meeting}/outcome/mail',
    { summary: 'Mail the outcome to the team again', tag, errors },
    ofMeeting,
    z.object({ mails: z.number().int() }),
  ),
};
