import type { MeetingId, Outcome } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import { outcomeLetter } from './letter.ts';

/** Mails the outcome to every member of the meeting's team, each in their language. @returns how many */
export async function mailOutcome(
  tx: Db,
  post: Post,
  meeting: MeetingId,
  outcome: Outcome,
): Promise<number> {
  const members = await tx
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .innerJoin('team_member', 'team_member.team_id', 'team.id')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.email', 'user.language', 'team.language as team_language'])
    .where('meeting.id', '=', meeting)
    .execute();
  for (const { email, language, team_language } of members) {
    const letter = outcomeLetter(
      language ?? team_language,
      outcome,
      post.link(`/m/${meeting}/outcome`),
    );
    await post.queue(tx, { to: email, kind: 'outcome', letter });
  }
  return members.length;
}

/**
 * What the end of a meeting leaves behind, in the transaction that ends it: the outcome, the meeting's
 * row as ended, and a mail to everybody in the team.
 */
export async function storeOutcome(
  tx: Db,
  post: Post,
  meeting: MeetingId,
  outcome: Outcome,
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
    .executeTakeFirst();
  // Deleted with its team meanwhile: there is nobody left to tell.
  if (ended.numUpdatedRows === 0n) return;
  const stored = JSON.stringify(outcome);
  await tx
    .insertInto('outcome')
    .values({ meeting_id: meeting, outcome: stored })
    .onConflict((conflict) =>
      conflict.column('meeting_id').doUpdateSet({ outcome: stored, stored_at: sql<Date>`now()` }),
    )
    .execute();
  await mailOutcome(tx, post, meeting, outcome);
}
