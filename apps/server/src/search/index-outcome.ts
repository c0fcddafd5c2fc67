import { randomUUID } from 'node:crypto';
import type { MeetingId, Outcome } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import { isUuid } from '../uuid.ts';
import { documentsOf } from './documents.ts';
import { indexTasks } from './index-tasks.ts';
import { writeWords } from './words.ts';

/**
 * Lets an outcome and the tasks in it be found, in the transaction that stores them. What was found of the meeting
 * before, as it had ended already, goes.
 */
export async function indexOutcome(
  tx: Db,
  team: string,
  meeting: MeetingId,
  outcome: Outcome,
): Promise<void> {
  await tx.deleteFrom('search_document').where('meeting_id', '=', meeting).execute();
  const { language } = await tx
    .selectFrom('team')
    .select('language')
    .where('id', '=', team)
    .executeTakeFirstOrThrow();
  const documents = documentsOf(outcome, language).map((document) => ({
    id: randomUUID(),
    team_id: team,
    meeting_id: meeting,
    task_id: null,
    private_to: null,
    language,
    at: new Date(outcome.endedAt),
    ...document,
  }));
  await tx.insertInto('search_document').values(documents).execute();
  await writeWords(
    tx,
    documents.map(({ id }) => id),
  );
  await indexTasks(tx, await tasksOf(tx, meeting, outcome));
}

/** Those that it made, and those of earlier meetings that it changed. Some were brought along from elsewhere. */
async function tasksOf(tx: Db, meeting: MeetingId, outcome: Outcome): Promise<string[]> {
  const made = await tx.selectFrom('task').select('id').where('meeting_id', '=', meeting).execute();
  const reviewed = outcome.phases
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.as === 'reviewed' ? part.tasks : []));
  return [...made, ...reviewed].map(({ id }) => id).filter(isUuid);
}
