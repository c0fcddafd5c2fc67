import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import { sealedId } from '../sealed-id.ts';
import { needRole } from '../teams/access.ts';

interface FeedOf {
  user: string;
  team: string;
}

const pathOf = (secret: string, id: string): string =>
  `/feeds/${sealedId(secret, 'report feed', id)}`;

/** The path of somebody's own feed of a team; null: they have not asked for one. */
export async function feedPath(
  db: Db,
  secret: string,
  { user, team }: FeedOf,
): Promise<string | null> {
  const row = await db
    .selectFrom('report_feed')
    .select('id')
    .where('user_id', '=', user)
    .where('team_id', '=', team)
    .executeTakeFirst();
  return row ? pathOf(secret, row.id) : null;
}

/** Makes the feed, or a new path for it; the old one leads nowhere from now on. */
export async function renewFeed(db: Db, { user, team }: FeedOf): Promise<void> {
  await needRole(db, user, team);
  const id = randomUUIDv7();
  await db
    .insertInto('report_feed')
    .values({ id, user_id: user, team_id: team })
    .onConflict((conflict) => conflict.columns(['user_id', 'team_id']).doUpdateSet({ id }))
    .execute();
}

export async function revokeFeed(db: Db, { user, team }: FeedOf): Promise<void> {
  await needRole(db, user, team);
  await db
    .deleteFrom('report_feed')
    .where('user_id', '=', user)
    .where('team_id', '=', team)
    .execute();
}
