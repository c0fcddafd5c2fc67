import type { Brought, ParticipantId } from '@rondo/meeting';
import { waitingItems } from '../agenda/waiting.ts';
import type { Db } from '../database/database.ts';

/** The most open tasks that a meeting is told of; the latest. */
const MOST_TASKS = 100;

/**
 * What a team brings along into a new meeting: its open tasks, and what waits on its agenda.
 * @param members who they will be in the meeting
 */
export async function broughtTo(
  db: Db,
  team: string,
  members: readonly { id: ParticipantId; user: string }[],
): Promise<Brought> {
  const participants = new Map(members.map(({ id, user }) => [user, id]));
  const personOf = (user: string | null): ParticipantId | null =>
    user === null ? null : (participants.get(user) ?? null);
  const tasks = await db
    .selectFrom('task')
    .select(['id', 'text', 'owner_user', 'owner_name', 'due', 'meeting_name', 'created_at'])
    .where('team_id', '=', team)
    .where('status', '=', 'open')
    .orderBy('created_at', 'desc')
    .orderBy('place')
    .limit(MOST_TASKS)
    .execute();
  return {
    tasks: tasks.map((task) => ({
      id: task.id,
      text: task.text,
      owner: personOf(task.owner_user),
      ownerName: task.owner_name,
      due: task.due,
      meeting: task.meeting_name,
      since: task.created_at.getTime(),
    })),
    agenda: (await waitingItems(db, team)).map((item) => ({
      id: item.id,
      text: item.text,
      note: item.note,
      by: item.added_name,
      person: personOf(item.added_by),
      pinned: item.pinned,
    })),
  };
}
