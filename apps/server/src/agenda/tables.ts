import type { Generated } from 'kysely';

/** Made by `0032_tasks_and_agenda.sql`. */
interface TeamAgendaTable {
  team_id: string;
  id: string;
  text: string;
  note: Generated<string>;
  pinned: boolean;
  added_by: string | null;
  added_name: string;
  added_at: Generated<Date>;
  position: string;
  cleared_at: Date | null;
  cleared_in: string | null;
}

export interface AgendaTables {
  team_agenda: TeamAgendaTable;
}
