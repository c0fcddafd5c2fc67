import type { Generated, JSONColumnType } from 'kysely';

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

export interface NotificationTables {
  notification: NotificationTable;
}
