import type { Generated } from 'kysely';

/** Made by `0032_tasks_and_agenda.sql`. */
interface TaskTable {
  id: string;
  team_id: string;
  meeting_id: string | null;
  meeting_name: string;
  meeting_task: string;
  place: number;
  text: string;
  owner_user: string | null;
  owner_name: string | null;
  /** YYYY-MM-DD. */
  due: string | null;
  status: Generated<'open' | 'done' | 'dropped'>;
  created_at: Generated<Date>;
  closed_at: Date | null;
  closed_in: string | null;
  helped_yes: number | null;
  helped_no: number | null;
}

export interface TaskTables {
  task: TaskTable;
}
