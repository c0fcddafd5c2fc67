import type { Db } from '../database/database.ts';

/** The ids of the activities that somebody marked. */
export async function favouritesOf(db: Db, user: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('favourite')
    .select('activity_id')
    .where('user_id', '=', user)
    .execute();
  return new Set(rows.map((row) => row.activity_id));
}

/** Marks an activity for this person alone, or takes the mark away; once more changes nothing. */
export async function setFavourite(
  db: Db,
  user: string,
  activity: string,
  favourite: boolean,
): Promise<void> {
  if (favourite)
    await db
      .insertInto('favourite')
      .values({ user_id: user, activity_id: activity })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await db
      .deleteFrom('favourite')
      .where('user_id', '=', user)
      .where('activity_id', '=', activity)
      .execute();
}
