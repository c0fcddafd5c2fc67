import { randomInt } from 'node:crypto';
import type { Share } from '@rondo/contract';
import type { Activity } from '@rondo/library';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { record } from '../operations/audit/record.ts';
import { needRole, roleInTeam } from '../teams/access.ts';
import { needOpen } from '../teams/open.ts';
import { visibleTo } from './visible.ts';

/** How many activities a team may keep. */
const MOST_OF_TEAM = 500;

/** Keeps a new activity for a team, as its first version. Any member may; `too-many` when the team has its fill. */
export async function createCustom(
  db: Db,
  user: string,
  team: string,
  { activity, share }: { activity: Activity; share: Share },
): Promise<{ activity: string; version: number }> {
  await needRole(db, user, team);
  const id = newActivityId();
  await db.transaction().execute(async (tx) => {
    // Of two who keep the last one at once, one waits for the other.
    await tx.selectFrom('team').select('id').where('id', '=', team).forUpdate().execute();
    await needOpen(tx, team);
    const { n } = await tx
      .selectFrom('custom_activity')
      .select((e) => e.fn.countAll<string>().as('n'))
      .where('team_id', '=', team)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (Number(n) >= MOST_OF_TEAM) throw problem('too-many');
    const content = JSON.stringify({ ...activity, id });
    await tx
      .insertInto('custom_activity')
      .values({ id, team_id: team, share, content, created_by: user })
      .execute();
    await tx
      .insertInto('custom_activity_version')
      .values({ activity_id: id, version: 1, content, made_by: user })
      .execute();
    // What stays in the team is nobody else's business.
    if (share !== 'team') {
      await record(tx, { act: 'activity-shared', actor: user, about: { activity: id, share } });
    }
  });
  return { activity: id, version: 1 };
}

/**
 * A new version made from `version`; `conflict` when somebody else has made one meanwhile.
 *
 * @param checked looks at the new content, once it is clear who sends it
 */
export async function updateCustom(
  db: Db,
  user: string,
  id: string,
  { checked, version }: { checked: () => Activity; version: number },
): Promise<number> {
  await needOpen(db, await needEditor(db, user, id));
  const content = JSON.stringify({ ...checked(), id });
  const next = version + 1;
  await db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('custom_activity')
      .set({ content, version: next, updated_at: new Date() })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw problem('conflict');
    await tx
      .insertInto('custom_activity_version')
      .values({ activity_id: id, version: next, content, made_by: user })
      .execute();
  });
  return next;
}

export async function shareCustom(db: Db, user: string, id: string, share: Share): Promise<void> {
  await needOpen(db, await needEditor(db, user, id));
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('custom_activity').set({ share }).where('id', '=', id).execute();
    await record(tx, { act: 'activity-shared', actor: user, about: { activity: id, share } });
  });
}

/** Takes it out of the library. Meetings keep their copy, and what is planned with it goes on. */
export async function removeCustom(db: Db, user: string, id: string): Promise<void> {
  await needOpen(db, await needEditor(db, user, id));
  await db
    .updateTable('custom_activity')
    .set({ deleted_at: new Date() })
    .where('id', '=', id)
    .execute();
}

/**
 * Lets members of its team pass: to those who only see it `not-allowed`, to all others `not-found`.
 * @returns its team
 */
export async function needEditor(db: Db, user: string, id: string): Promise<string> {
  const row = await db
    .selectFrom('custom_activity')
    .select('team_id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row && (await roleInTeam(db, user, row.team_id))) return row.team_id;
  throw problem((await visibleTo(db, user, id)) ? 'not-allowed' : 'not-found');
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** 25 of 36 letters: 129 bits. */
export const newActivityId = (): string =>
  `own-${Array.from({ length: 25 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
