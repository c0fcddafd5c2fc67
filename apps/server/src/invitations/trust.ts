import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';

/** Whoever has mailed so many invitations, and nobody ever came, mails no more of them. */
const MOST_UNHEARD = 100;

/**
 * Before so many invitations are mailed in somebody's name: throws `too-many` where those before went
 * unheard. Links can still be made. One statement, so that two turns at once do not pass together.
 */
export async function needTrust(dbForAll: Db, user: string, mails: number): Promise<void> {
  const counted = await dbForAll
    .insertInto('inviting')
    .values({ user_id: user, mailed: mails })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ mailed: sql`inviting.mailed + ${mails}` })
        .where((e) =>
          e.or([
            e('inviting.accepted', '>', 0),
            e(sql<number>`inviting.mailed + ${mails}`, '<=', MOST_UNHEARD),
          ]),
        ),
    )
    .executeTakeFirst();
  if (counted.numInsertedOrUpdatedRows === 0n) throw problem('too-many');
}

/** Somebody followed an invitation that this one had mailed. */
export async function countAccepted(tx: Db, inviter: string): Promise<void> {
  await tx
    .insertInto('inviting')
    .values({ user_id: inviter, accepted: 1 })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ accepted: sql`inviting.accepted + 1` }),
    )
    .execute();
}
