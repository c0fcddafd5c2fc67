import type { NoticeWay } from '@rondo/contract';
import type { Generated, JSONColumnType } from 'kysely';
import type { Mailing } from '../mail/mailings.ts';

/** Made by `0051_between_meetings.sql`. */
interface NotificationTable {
  id: string;
  user_id: string;
  kind: string;
  team_id: string | null;
  about: JSONColumnType<Record<string, string>>;
  once: string | null;
  at: Generated<Date>;
  read_at: Date | null;
  digested_at: Date | null;
}

/** These are made by `0061_notices.sql`. */
interface NoticeSettingsTable {
  user_id: string;
  zone: string | null;
  quiet_from: number | null;
  quiet_until: number | null;
  digest_at: Generated<number>;
}

interface NoticeWayTable {
  user_id: string;
  kind: string;
  way: NoticeWay;
}

interface MailingOffTable {
  user_id: string;
  mailing: Mailing;
  team_id: string | null;
}

interface DigestTable {
  user_id: string;
  /** YYYY-MM-DD, as it is where they are. */
  day: string;
}

export interface NotificationTables {
  notification: NotificationTable;
  notice_settings: NoticeSettingsTable;
  notice_way: NoticeWayTable;
  mailing_off: MailingOffTable;
  digest: DigestTable;
}
