import type { MeetingId, Outcome } from '@rondo/meeting';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import { readersIn } from '../mail/to-team.ts';
import { outcomeLetter } from './letter.ts';

/**
 * Mails the outcome to those in the meeting's team who want it, each in their language.
 * @param tx sees what each of them has set
 * @returns how many
 */
export async function mailOutcome(
  tx: Db,
  post: Post,
  meeting: MeetingId,
  outcome: Outcome,
): Promise<number> {
  const row = await tx
    .selectFrom('meeting')
    .select('team_id')
    .where('id', '=', meeting)
    .executeTakeFirst();
  if (!row) return 0;
  const readers = await readersIn(tx, row.team_id, 'outcome');
  const url = post.link(`/m/${meeting}/outcome`);
  const tasks = post.link(`/teams/${row.team_id}/tasks`);
  for (const reader of readers) {
    const letter = outcomeLetter(reader, outcome, { url, tasks });
    const { email, mailing } = reader;
    await post.queue(tx, { to: email, kind: 'outcome', letter, mailing });
  }
  return readers.length;
}
