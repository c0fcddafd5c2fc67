import type { Share } from '@rondo/contract';
import type { Activity } from '@rondo/library';
import type { Generated, JSONColumnType } from 'kysely';

/** Made by `0034_custom_activities.sql`. */
interface CustomActivityTable {
  id: string;
  team_id: string;
  share: Share;
  content: JSONColumnType<Activity>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  deleted_at: Date | null;
}

interface CustomActivityVersionTable {
  activity_id: string;
  version: number;
  content: JSONColumnType<Activity>;
  made_by: string | null;
  made_at: Generated<Date>;
}

export interface CustomActivityTables {
  custom_activity: CustomActivityTable;
  custom_activity_version: CustomActivityVersionTable;
}
