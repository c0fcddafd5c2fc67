import type { Brought, BroughtTask, ParticipantId } from '@rondo/meeting';
import { waitingItems } from '../agenda/waiting.ts';
import type { Db } from '../database/database.ts';
import { newsOf } from '../reports/news.ts';
import { doneToAskAbout, openTasksOf } from '../tasks/promises.ts';

/**
 * What a team brings along into a new meeting: its open tasks, what is done and
 * may be asked about, and what waits on its agenda.
 * @param members who they will be in the meeting
 * @param wants `news` is for meetings that make a report
 */
export async function broughtTo(
  db: Db,
  team: string,
  members: readonly { id: ParticipantId; user: string }[],
  wants: { news?: boolean } = {},
): Promise<Brought> {
  const participants = new Map(members.map(({ id, user }) => [user, id]));
  const personOf = (user: string | null): ParticipantId | null =>
    user === null ? null : (participants.get(user) ?? null);
  const tasks = await openTasksOf(db, team).execute();
  const done = await doneToAskAbout(db, team).execute();
  type Row = Omit<(typeof tasks)[number], 'times' | 'missed'>;
  const told = (task: Row): BroughtTask => ({
    id: task.id,
    text: task.text,
    owner: personOf(task.owner_user),
    ownerName: task.owner_name,
    due: task.due,
    meeting: task.meeting_name,
    since: task.created_at.getTime(),
  });
  return {
    tasks: tasks.map((task) => ({
      ...told(task),
      ...(task.meeting_name === '' && { promised: false }),
      times: task.times,
      missed: task.missed,
    })),
    done: done.map((task) => ({ ...told(task), doneAt: task.closed_at?.getTime() ?? 0 })),
    agenda: (await waitingItems(db, team)).map((item) => ({
      id: item.id,
      text: item.text,
      note: item.note,
      by: item.added_name,
      person: personOf(item.added_by),
      pinned: item.pinned,
    })),
    ...(wants.news && { news: await newsOf(db, team) }),
  };
}
