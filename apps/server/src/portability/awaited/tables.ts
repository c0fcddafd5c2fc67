import type { Generated } from 'kysely';

/** Both made by `0083_awaited.sql`. */
interface AwaitedRoleTable {
  organization_id: string;
  /** Null: in the organization itself. */
  team_id: string | null;
  /** In small letters. */
  email: string;
  role: 'admin' | 'lead' | 'member';
  billing: Generated<boolean>;
  joined_at: Date;
}

interface AwaitedPlaceTable {
  team_id: string;
  email: string;
  task_id: string | null;
  meeting_id: string | null;
  participant: string | null;
}

export interface AwaitedTables {
  awaited_role: AwaitedRoleTable;
  awaited_place: AwaitedPlaceTable;
}
