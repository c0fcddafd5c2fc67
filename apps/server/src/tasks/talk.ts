import { randomUUIDv7 } from 'node:crypto';
import { calledIn } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { indexTask } from '../search/index-tasks.ts';
import { needOpen } from '../teams/open.ts';
import type { Asker } from './make.ts';
import { LONGEST_THREAD } from './read.ts';
import { needTask, type TaskRow } from './row.ts';
import { tell, type Rooms } from './tell.ts';

/**
 * Says something in a task's thread. Whom it speaks to is told so; the others of the thread, the owner
 * and the maker are told of a reply. Any member of its team may. Throws `conflict` when the thread is
 * full. @returns its team
 */
export async function say(
  db: Db,
  rooms: Rooms,
  user: Asker,
  task: string,
  text: string,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const row = await needTask(tx, user.id, task);
    const team = row.team_id;
    await needOpen(tx, team);
    if (row.comments >= LONGEST_THREAD) throw problem('conflict');
    const earlier = await tx
      .selectFrom('task_comment')
      .select('by_user')
      .distinct()
      .where('task_id', '=', task)
      .execute();
    await tx
      .insertInto('task_comment')
      .values({
        id: randomUUIDv7(),
        task_id: task,
        team_id: team,
        by_user: user.id,
        by_name: user.name,
        text,
      })
      .execute();
    await indexTask(tx, task);
    const members = await whoSees(tx, row);
    const called = new Set(calledIn(text, members));
    const about = { task, team, by: user };
    await tell(tx, rooms, 'task-mention', [...called], about);
    const involved = new Set([
      ...earlier.map(({ by_user }) => by_user),
      row.owner_user,
      row.created_by,
    ]);
    const others = members.map(({ id }) => id).filter((id) => involved.has(id) && !called.has(id));
    await tell(tx, rooms, 'task-reply', others, about);
    return team;
  });
}

/** Everybody in the team who may see the task. */
async function whoSees(tx: Db, { team_id, private_to }: TaskRow) {
  const members = await tx
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.name'])
    .where('team_member.team_id', '=', team_id)
    .execute();
  return private_to === null ? members : members.filter(({ id }) => private_to.includes(id));
}

/** Changes what one has said oneself; null: takes it back. Throws `not-found`. @returns its team */
export async function reword(
  db: Db,
  user: Asker,
  task: string,
  comment: string,
  text: string | null,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { team_id: team } = await needTask(tx, user.id, task);
    await needOpen(tx, team);
    const ofUser = { id: comment, task_id: task, by_user: user.id };
    const found =
      text === null
        ? await tx
            .deleteFrom('task_comment')
            .where((e) => e.and(ofUser))
            .returning('id')
            .executeTakeFirst()
        : await tx
            .updateTable('task_comment')
            .set({ text, edited_at: new Date() })
            .where((e) => e.and(ofUser))
            .returning('id')
            .executeTakeFirst();
    if (!found) throw problem('not-found');
    await indexTask(tx, task);
    return team;
  });
}
