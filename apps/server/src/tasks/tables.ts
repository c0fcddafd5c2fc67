import type { Generated } from 'kysely';

/** Made by `0032_tasks_and_agenda.sql`; `private_to` by `0058_task_board.sql`. */
interface TaskTable {
  id: string;
  team_id: string;
  meeting_id: string | null;
  /** Empty: made on the board. */
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
  /** Who alone sees it; null: everybody in the team. */
  private_to: string[] | null;
}

/** The four below were made by `0058_task_board.sql`. */
interface TaskBoardTable {
  task_id: string;
  team_id: string;
  stage: Generated<'future' | 'active' | 'stuck'>;
  position: string;
  details: Generated<string>;
  tags: Generated<string[]>;
  topic: string | null;
  created_by: string | null;
  archived_at: Date | null;
  version: Generated<number>;
}

interface TaskEventTable {
  id: string;
  task_id: string;
  team_id: string;
  at: Generated<Date>;
  by_user: string | null;
  by_name: string | null;
  field: string;
  before: string | null;
  after: string | null;
}

interface TaskCommentTable {
  id: string;
  task_id: string;
  team_id: string;
  at: Generated<Date>;
  by_user: string | null;
  by_name: string;
  text: string;
  edited_at: Date | null;
}

interface TaskReviewTable {
  task_id: string;
  meeting_id: string;
  team_id: string;
  at: Generated<Date>;
  result: 'kept' | 'missed' | 'renewed' | 'done' | 'dropped' | 'asked';
}

export interface TaskTables {
  task: TaskTable;
  task_board: TaskBoardTable;
  task_event: TaskEventTable;
  task_comment: TaskCommentTable;
  task_review: TaskReviewTable;
}
