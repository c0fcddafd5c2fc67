import type { Generated } from 'kysely';

export type TeamEventKind =
  | 'joined'
  | 'left'
  | 'removed'
  | 'archived'
  | 'restored'
  | 'moved'
  | 'merged';

/** Made by `0087_team_events.sql`. */
interface TeamEventTable {
  id: string;
  team_id: string;
  at: Generated<Date>;
  kind: TeamEventKind;
  user_id: string | null;
  name: Generated<string>;
}

export interface TeamTables {
  team_event: TeamEventTable;
}
