import type { Board, MeetingId, Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import { followAgenda } from '../agenda/follow.ts';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import { accountsOf } from '../meetings/accounts-of.ts';
import { record } from '../operations/audit/record.ts';
import { keepDraft } from '../reports/draft.ts';
import { indexOutcome } from '../search/index-outcome.ts';
import { storeTasks } from '../tasks/store.ts';
import { applyVerdicts } from '../tasks/verdicts.ts';
import { happened } from '../webhooks/events.ts';
import { mailOutcome } from './mail-outcome.ts';
import { tellAbsent } from './tell-absent.ts';

/**
 * What the end of a meeting leaves behind, in the transaction that ends it: the outcome, the meeting's
 * row as ended, what the team takes along into its next one, and a mail to those in the team who want it.
 */
export async function storeOutcome(
  tx: Db,
  post: Post,
  meeting: MeetingId,
  outcome: Outcome,
  board: Board,
): Promise<void> {
  const ended = await tx
    .updateTable('meeting')
    .set({
      status: 'ended',
      name: outcome.name,
      facilitator: outcome.facilitator,
      people: outcome.people.length,
      tasks: outcome.tasks.length,
      ended_at: new Date(outcome.endedAt),
      active_at: sql<Date>`now()`,
    })
    .where('id', '=', meeting)
    .returning('team_id')
    .executeTakeFirst();
  // Deleted with its team meanwhile: there is nobody left to tell.
  if (!ended) return;
  const stored = JSON.stringify(outcome);
  await tx
    .insertInto('outcome')
    .values({ meeting_id: meeting, outcome: stored })
    .onConflict((conflict) =>
      conflict.column('meeting_id').doUpdateSet({ outcome: stored, stored_at: sql<Date>`now()` }),
    )
    .execute();
  const team = ended.team_id;
  const accounts = await accountsOf(tx, meeting);
  await storeTasks(tx, team, meeting, outcome, board, accounts);
  await applyVerdicts(tx, team, meeting, outcome, board, accounts);
  await followAgenda(tx, team, meeting, outcome, board, accounts);
  await keepDraft(tx, team, meeting, board, accounts);
  await indexOutcome(tx, team, meeting, outcome);
  await mailOutcome(tx, post, meeting, outcome);
  await happened(tx, { kind: 'meeting.ended', team, about: { meeting } });
  await tellAbsent(tx, team, meeting, board, accounts);
  await record(tx, { act: 'meeting-ended', actor: null, about: { meeting } });
}
