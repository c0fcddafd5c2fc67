import * as z from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { Zone } from './series.ts';
import { Page, Token, Uuid } from './shapes.ts';

const tag = 'notifications';
const errors = ['signed-out'] as const;

/** One thing that you are told. */
export const Notification = z.object({
  id: Uuid,
  /** What happened, such as `task-assigned`; more kinds come with later releases. */
  kind: z.string(),
  at: z.iso.datetime(),
  read: z.boolean(),
  team: z.object({ id: Uuid, name: z.string() }).nullable(),
  /** Ids and figures of what it is about, such as `task` and `by`. */
  about: z.record(z.string(), z.string()),
  /** What those ids are called; null: gone, or not yours to see any more. */
  names: z.record(z.string(), z.string().nullable()),
  /** Where it leads, a path of this app; null: nowhere any more. */
  path: z.string().nullable(),
});
export type Notification = z.infer<typeof Notification>;

/**
 * How you are told: by mail at once, in the daily mail of what you have not read, in the app alone, or
 * not at all. Mail and daily mail are in the app as well.
 */
const Way = z.enum(['mail', 'digest', 'app', 'never']);
export type NoticeWay = z.infer<typeof Way>;

/** Minutes of the day, where you are. */
const Minute = z.number().int().min(0).max(1_439);
const Mailing = z.enum(['digest', 'notice', 'outcome', 'reminder', 'meeting-begun', 'report']);
export type Mailing = z.infer<typeof Mailing>;

export const NotificationSettings = z.object({
  /** Null: your browser has not said yet. */
  zone: z.string().nullable(),
  /** Mails wait until it is over; null: they never wait. */
  quiet: z.object({ from: Minute, until: Minute }).nullable(),
  /** When the daily mail comes. */
  digestAt: Minute,
  kinds: z.array(z.object({ kind: z.string(), way: Way })),
  /** Mails that you have switched off: everywhere, or of one team. */
  off: z.array(z.object({ mailing: Mailing, team: Uuid.nullable() })),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** What was switched off by the link in a mail. */
export const Unsubscribed = z.object({
  mailing: Mailing,
  /** Of which team alone; null: everywhere. */
  team: z.object({ name: z.string() }).nullable(),
});
export type Unsubscribed = z.infer<typeof Unsubscribed>;

export const notifications = {
  list: endpoint(
    'GET /me/notifications',
    { summary: 'What you are told, the latest first', tag, errors },
    Page.extend({ status: z.enum(['all', 'unread']).default('all') }),
    z.object({ notifications: z.array(Notification), next: z.string().nullable() }),
  ),
  count: endpoint(
    'GET /me/notifications/count',
    { summary: 'How much you have not read; 100 stands for more', tag, errors },
    nothing,
    z.object({ unread: z.number().int().min(0).max(100) }),
  ),
  read: endpoint(
    'POST /me/notifications/read',
    {
      summary: 'Mark some as read or as not read, or everything until a moment as read',
      tag,
      errors,
    },
    z.union([
      z.object({ ids: z.array(Uuid).min(1).max(100), read: z.boolean().default(true) }),
      z.object({ until: z.iso.datetime() }),
    ]),
    nothing,
  ),
  settings: endpoint(
    'GET /me/notifications/settings',
    { summary: 'How you want to be told', tag, errors },
    nothing,
    NotificationSettings,
  ),
  change: endpoint(
    'PATCH /me/notifications/settings',
    { summary: 'Change how you want to be told', tag, errors: [...errors, 'not-found'] },
    z.object({
      zone: Zone.optional(),
      quiet: z.object({ from: Minute, until: Minute }).nullable().optional(),
      digestAt: Minute.optional(),
      kind: z.object({ kind: z.string().max(40), way: Way }).optional(),
      mailing: z.object({ mailing: Mailing, team: Uuid.nullable(), on: z.boolean() }).optional(),
    }),
    NotificationSettings,
  ),
  /** Programs that show mails call it with one click, and nobody is signed in there (RFC 8058). */
  unsubscribe: endpoint(
    'POST /unsubscribe/{token}',
    { summary: 'Switch off mails like the one that has this token', tag, errors: ['not-found'] },
    z.object({ token: Token }),
    Unsubscribed,
  ),
  resubscribe: endpoint(
    'POST /unsubscribe/{token}/undo',
    { summary: 'Switch them on again', tag, errors: ['not-found'] },
    z.object({ token: Token }),
    Unsubscribed,
  ),
};
