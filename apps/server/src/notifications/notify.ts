import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import type { NoticeAbout, NoticeKind } from './kinds.ts';
import { tellOnCommit } from './news/channel.ts';

/** One notice of its kind, with what belongs to it. */
export type Notice = {
  [Kind in NoticeKind]: {
    readonly kind: Kind;
    /** Who are told, by their accounts. Whoever did it is not told of it. */
    readonly to: readonly string[];
    readonly team: string | null;
    readonly about: NoticeAbout<Kind>;
    /** The same is told to the same person once. */
    readonly once?: string;
  };
}[NoticeKind];

/** Tells people something, in the transaction of its cause: both happen or neither. */
export async function notify(tx: Db, { kind, to, team, about, once }: Notice): Promise<void> {
  if (to.length === 0) return;
  await tx
    .insertInto('notification')
    .values(
      to.map((user) => ({
        id: randomUUIDv7(),
        user_id: user,
        kind,
        team_id: team,
        about: JSON.stringify(about),
        once: once ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tellOnCommit(tx, to);
}
