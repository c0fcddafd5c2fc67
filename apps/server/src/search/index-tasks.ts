import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { writeWords } from './words.ts';

/**
 * Lets tasks be found as they are now, in the transaction that made or changed them, or said something about
 * them. Those that are gone are found no longer by themselves.
 */
export async function indexTasks(tx: Db, tasks: readonly string[]): Promise<void> {
  if (tasks.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    insert into search_document
      (id, team_id, kind, task_id, private_to, title, body, language, at)
    select
      task.id, task.team_id, 'task', task.id, task.private_to, task.text,
      left(concat_ws(E'\n', task_board.details, task_board.topic, said.texts), 30000),
      team.language, task.created_at
    from task
    join team on team.id = task.team_id
    left join task_board on task_board.task_id = task.id
    left join lateral (
      select string_agg(task_comment.text, E'\n' order by task_comment.at) as texts
      from task_comment where task_comment.task_id = task.id
    ) said on true
    where task.id = any(${tasks}::uuid[])
    on conflict (id) do update set
      team_id = excluded.team_id, private_to = excluded.private_to,
      title = excluded.title, body = excluded.body, language = excluded.language
    returning id
  `.execute(tx);
  // A meeting's record may name tasks that never were in this team's list.
  await writeWords(
    tx,
    rows.map(({ id }) => id),
  );
}

/** As `indexTasks`, for one. */
export const indexTask = (tx: Db, task: string): Promise<void> => indexTasks(tx, [task]);
