import type { ActivityVersion } from '@rondo/contract';
import type { Activity } from '@rondo/library';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { needEditor } from './keep.ts';

/** How many are listed; older ones are there all the same. */
const MOST_LISTED = 500;

/**
 * The versions of an activity, the newest first. Its own team's business: what was shared is the newest one, not
 * what stood there before.
 */
export async function versionsOf(db: Db, user: string, id: string): Promise<ActivityVersion[]> {
  await needEditor(db, user, id);
  const rows = await db
    .selectFrom('custom_activity_version')
    .leftJoin('user', 'user.id', 'custom_activity_version.made_by')
    .select(['version', 'made_at', 'user.name'])
    .where('activity_id', '=', id)
    .orderBy('version', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ version, made_at, name }) => ({
    version,
    at: made_at.toISOString(),
    by: name,
  }));
}

export async function versionOf(
  db: Db,
  user: string,
  id: string,
  version: number,
): Promise<Activity> {
  await needEditor(db, user, id);
  const row = await db
    .selectFrom('custom_activity_version')
    .select('content')
    .where('activity_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return row.content;
}
