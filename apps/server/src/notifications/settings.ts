import type { Mailing, NoticeWay, NotificationSettings } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { setMailing } from '../mail/mailings.ts';
import { needRole } from '../teams/access.ts';
import { isNoticeKind, KINDS, waysOf } from './ways.ts';

/** Minutes of the day. */
const USUAL_DIGEST = 8 * 60;

/** How somebody wants to be told. */
export async function readSettings(db: Db, user: string): Promise<NotificationSettings> {
  const [row, ways, off] = [
    await db
      .selectFrom('notice_settings')
      .selectAll()
      .where('user_id', '=', user)
      .executeTakeFirst(),
    (await waysOf(db, [user])).get(user),
    await db
      .selectFrom('mailing_off')
      .select(['mailing', 'team_id as team'])
      .where('user_id', '=', user)
      .execute(),
  ];
  const { quiet_from: from = null, quiet_until: until = null } = row ?? {};
  return {
    zone: row?.zone ?? null,
    quiet: from === null || until === null ? null : { from, until },
    digestAt: row?.digest_at ?? USUAL_DIGEST,
    kinds: KINDS.map((kind) => ({ kind, way: ways?.[kind] ?? 'digest' })),
    off,
  };
}

export interface Change {
  zone?: string | undefined;
  quiet?: { from: number; until: number } | null | undefined;
  digestAt?: number | undefined;
  kind?: { kind: string; way: NoticeWay } | undefined;
  mailing?: { mailing: Mailing; team: string | null; on: boolean } | undefined;
}

/** Changes what is there, and leaves the rest. */
export async function changeSettings(db: Db, user: string, change: Change): Promise<void> {
  const { zone, quiet, digestAt, kind, mailing } = change;
  const values = {
    ...(zone !== undefined && { zone }),
    ...(quiet !== undefined && {
      quiet_from: quiet?.from ?? null,
      quiet_until: quiet?.until ?? null,
    }),
    ...(digestAt !== undefined && { digest_at: digestAt }),
  };
  if (Object.keys(values).length > 0) {
    await db
      .insertInto('notice_settings')
      .values({ user_id: user, ...values })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
      .execute();
  }
  if (kind) {
    if (!isNoticeKind(kind.kind)) throw problem('bad-input');
    await db
      .insertInto('notice_way')
      .values({ user_id: user, ...kind })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'kind']).doUpdateSet({ way: kind.way }),
      )
      .execute();
  }
  if (mailing) {
    const { team } = mailing;
    if (team !== null) await needRole(db, user, team);
    await setMailing(db, { user, mailing: mailing.mailing, team }, mailing.on);
  }
}
