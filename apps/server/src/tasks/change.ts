import type { TeamTask } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { indexTask } from '../search/index-tasks.ts';
import { needRole } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { writeDown, type Change } from './history.ts';
import { ownerIn, peopleOf, type Asker } from './make.ts';
import { giveAllAPlace } from './place.ts';
import { mayBePrivate } from './read.ts';
import { isSeenBy, needTask, type TaskRow } from './row.ts';
import { tagsIn } from './tags.ts';
import { tell, type Rooms } from './tell.ts';

export interface Changes {
  text?: string | undefined;
  details?: string | undefined;
  /** Of text and details, as read before; absent: the last one who writes wins. */
  version?: number | undefined;
  owner?: string | null | undefined;
  due?: string | null | undefined;
  status?: TeamTask['status'] | undefined;
  private?: boolean | undefined;
  archived?: boolean | undefined;
}

/**
 * Changes what is given; of two at once the last one wins field by field, but for words, of which
 * nothing may be lost: those need the present `version`, else `conflict`. Any member of its team may.
 * Throws `not-found`, also where the new owner is not in the team. @returns its team
 */
export async function changeTask(
  db: Db,
  rooms: Rooms,
  user: Asker,
  task: string,
  wish: Changes,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { team_id: team } = await needTask(tx, user.id, task);
    await needOpen(tx, team);
    await giveAllAPlace(tx, team);
    await tx.selectFrom('task').select('id').where('id', '=', task).forUpdate().execute();
    const row = await needTask(tx, user.id, task);
    const changes = [
      ...(await changeWords(tx, row, wish)),
      ...(await changeOwner(tx, row, user, wish)),
      ...(await changeDue(tx, row, wish)),
      ...(await changeStatus(tx, row, wish)),
      ...(await changePrivacy(tx, row, user, wish)),
      ...(await changeArchived(tx, row, wish)),
    ];
    const about = { task, team, by: user };
    await writeDown(tx, about, changes);
    if (changes.length > 0) await indexTask(tx, task);
    if (wish.owner && changes.some(({ field }) => field === 'owner'))
      await tell(tx, rooms, 'task-assigned', [wish.owner], about);
    return team;
  });
}

const that = (tx: Db, { id }: TaskRow) => tx.updateTable('task').where('id', '=', id);
const onBoard = (tx: Db, { id }: TaskRow) => tx.updateTable('task_board').where('task_id', '=', id);

async function changeWords(
  tx: Db,
  row: TaskRow,
  { text = row.text, details = row.details ?? '', version }: Changes,
): Promise<Change[]> {
  const before = row.details ?? '';
  if (text === row.text && details === before) return [];
  const present = row.version ?? 1;
  if (version !== undefined && version !== present) throw problem('conflict');
  if (text !== row.text) await that(tx, row).set({ text }).execute();
  const tags = tagsIn(text, details);
  await onBoard(tx, row)
    .set({ details, tags, version: present + 1 })
    .execute();
  return [
    ...(text === row.text ? [] : [{ field: 'text' as const, before: row.text, after: text }]),
    ...(details === before ? [] : [{ field: 'details' as const, before, after: details }]),
  ];
}

async function changeOwner(
  tx: Db,
  row: TaskRow,
  user: Asker,
  { owner }: Changes,
): Promise<Change[]> {
  if (owner === undefined) return [];
  const changed = await ownerIn(tx, row.team_id, owner);
  if (owner === row.owner_user && changed.owner_name === row.owner_name) return [];
  // Whoever gives a private task away would lose sight of it, but for its maker.
  if (row.private_to !== null && row.created_by !== user.id) throw problem('not-allowed');
  await that(tx, row)
    .set({ ...changed, ...(row.private_to && { private_to: peopleOf(user.id, owner) }) })
    .execute();
  return [{ field: 'owner', before: row.owner_name, after: changed.owner_name }];
}

async function changeDue(tx: Db, row: TaskRow, { due }: Changes): Promise<Change[]> {
  if (due === undefined || due === row.due) return [];
  await that(tx, row).set({ due }).execute();
  return [{ field: 'due', before: row.due, after: due }];
}

async function changeStatus(tx: Db, row: TaskRow, { status }: Changes): Promise<Change[]> {
  if (status === undefined || status === row.status) return [];
  await setStatus(tx, row, status);
  return [{ field: 'status', before: row.status, after: status }];
}

/** Closes a task, or opens it again; what is open again is not archived. */
export async function setStatus(tx: Db, row: TaskRow, status: TeamTask['status']): Promise<void> {
  const closed_at = status === 'open' ? null : new Date();
  await that(tx, row).set({ status, closed_at, closed_in: null }).execute();
  if (row.archived_at !== null && status !== 'done')
    await onBoard(tx, row).set({ archived_at: null }).execute();
}

async function changePrivacy(
  tx: Db,
  row: TaskRow,
  user: Asker,
  { private: wanted, owner = row.owner_user }: Changes,
): Promise<Change[]> {
  if (wanted === undefined || wanted === (row.private_to !== null)) return [];
  if (!mayBePrivate(row, user.id)) throw problem('not-allowed');
  const people = wanted ? peopleOf(row.created_by, owner, user.id) : null;
  await that(tx, row).set({ private_to: people }).execute();
  return [{ field: 'private', before: String(!wanted), after: String(wanted) }];
}

async function changeArchived(
  tx: Db,
  row: TaskRow,
  { archived, status = row.status }: Changes,
): Promise<Change[]> {
  const isArchived = row.archived_at !== null && status === 'done';
  if (archived === undefined || archived === isArchived) return [];
  // What is open comes back in meetings until it is done or dropped.
  if (archived && status !== 'done') throw problem('conflict');
  await onBoard(tx, row)
    .set({ archived_at: archived ? new Date() : null })
    .execute();
  return [{ field: 'archived', before: String(!archived), after: String(archived) }];
}

/** Archives everything that is done and that this person sees. Any member may. @returns how many */
export async function archiveDone(db: Db, user: Asker, team: string): Promise<number> {
  await needRole(db, user.id, team);
  return db.transaction().execute(async (tx) => {
    await needOpen(tx, team);
    await giveAllAPlace(tx, team);
    const rows = await tx
      .updateTable('task_board')
      .from('task')
      .whereRef('task.id', '=', 'task_board.task_id')
      .set({ archived_at: new Date() })
      .where('task_board.team_id', '=', team)
      .where('task_board.archived_at', 'is', null)
      .where('task.status', '=', 'done')
      .where(isSeenBy(user.id))
      .returning('task_board.task_id')
      .execute();
    for (const { task_id: task } of rows)
      await writeDown(tx, { task, team, by: user }, [
        { field: 'archived', before: 'false', after: 'true' },
      ]);
    return rows.length;
  });
}
