import type { Notification } from '@rondo/contract';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { pageOf } from '../paging/page.ts';
import { isBehind, readTimeCursor, writeTimeCursor } from '../paging/time-cursor.ts';
import { namesFor, namesOf, type Told } from './names.ts';
import { pathOf } from './path.ts';
import { kindsBy, waysOf } from './ways.ts';

/** More than so many are not counted. */
const MOST_COUNTED = 100;

interface Page {
  status: 'all' | 'unread';
  before?: string | undefined;
  limit: number;
}

/** What somebody is told, the latest first, and nothing of the kinds that they never want. @param db of the person */
export async function listNotices(
  db: Db,
  user: string,
  { status, before, limit }: Page,
): Promise<{ notifications: Notification[]; next: string | null }> {
  let query = (await wanted(db, user))
    .select(['id', 'kind', 'at', 'read_at', 'team_id', 'about'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (status === 'unread') query = query.where('read_at', 'is', null);
  if (before !== undefined) {
    const columns = { at: sql.ref('at'), id: sql.ref('id') };
    query = query.where(isBehind(readTimeCursor(before), columns));
  }
  const rows = await query.execute();
  const { page, next } = pageOf(rows, limit, ({ at, id }) => writeTimeCursor(at, id));
  return {
    notifications: await shown(db, page),
    next,
  };
}

async function shown(db: Db, page: readonly Told[]): Promise<Notification[]> {
  const names = await namesFor(db, page);
  return page.map((told) => {
    const own = namesOf(told, names);
    const team = told.team_id === null ? undefined : names.team.get(told.team_id);
    return {
      id: told.id,
      kind: told.kind,
      at: told.at.toISOString(),
      read: told.read_at !== null,
      team: told.team_id !== null && team !== undefined ? { id: told.team_id, name: team } : null,
      about: { ...told.about },
      names: own,
      path: pathOf(told, own),
    };
  });
}

/** How many they have not read; `MOST_COUNTED` stands for more. */
export async function countUnread(db: Db, user: string): Promise<number> {
  const some = (await wanted(db, user))
    .select('id')
    .where('read_at', 'is', null)
    .limit(MOST_COUNTED)
    .as('some');
  const { unread } = await db
    .selectFrom(some)
    .select((select) => select.fn.countAll<string>().as('unread'))
    .executeTakeFirstOrThrow();
  return Number(unread);
}

async function wanted(db: Db, user: string) {
  const ways = (await waysOf(db, [user])).get(user);
  const never = ways ? kindsBy(ways, 'never') : [];
  const own = db.selectFrom('notification').where('user_id', '=', user);
  return never.length === 0 ? own : own.where('kind', 'not in', never);
}

type Which = { ids: readonly string[]; read: boolean } | { until: string };

/** Some of their own, or everything until a moment: what came meanwhile stays unread. */
export async function markRead(db: Db, user: string, which: Which): Promise<void> {
  const own = db.updateTable('notification').where('user_id', '=', user);
  if ('until' in which) {
    await own
      .set({ read_at: sql<Date>`now()` })
      .where('read_at', 'is', null)
      .where('at', '<=', new Date(which.until))
      .execute();
    return;
  }
  await own
    .set({ read_at: which.read ? sql<Date>`coalesce(read_at, now())` : null })
    .where('id', 'in', [...which.ids])
    .execute();
}
