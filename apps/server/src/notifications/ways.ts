import type { NoticeWay } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { NOTICES, type NoticeKind } from './kinds.ts';

/** As most people want it: what waits for them is mailed, what they see anyway is not. */
const USUAL: Partial<Record<NoticeKind, NoticeWay>> = {
  // Of both there is a mail of its own.
  'meeting-ended': 'app',
  'window-closing': 'app',
  // By the next morning it is long over.
  'meeting-started': 'app',
  'join-asked': 'mail',
  'join-answered': 'mail',
  // Owners and leads are mailed about plans in any case.
  'team-read-only-soon': 'app',
  'team-read-only': 'app',
  'payment-failed': 'app',
  'export-ready': 'mail',
  'import-done': 'mail',
};

export const KINDS = Object.keys(NOTICES) as readonly NoticeKind[];

/** Of these a mail comes at once unless somebody wants it otherwise. */
export const USUALLY_MAILED = KINDS.filter((kind) => USUAL[kind] === 'mail');

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(NOTICES, kind);

/** How somebody is told of each kind. */
export type Ways = Readonly<Record<NoticeKind, NoticeWay>>;

/** Of each of these people. */
export async function waysOf(db: Db, people: readonly string[]): Promise<Map<string, Ways>> {
  const rows =
    people.length === 0
      ? []
      : await db
          .selectFrom('notice_way')
          .selectAll()
          .where('user_id', 'in', [...people])
          .execute();
  const chosen = Map.groupBy(rows, (row) => row.user_id);
  return new Map(
    people.map((person) => {
      const own = new Map(chosen.get(person)?.map(({ kind, way }) => [kind, way]));
      const ways = KINDS.map((kind) => [kind, own.get(kind) ?? USUAL[kind] ?? 'digest']);
      // Made of every kind there is.
      return [person, Object.fromEntries(ways) as Ways];
    }),
  );
}

/** The kinds of which somebody is told in one of these ways. */
export const kindsBy = (ways: Ways, ...which: NoticeWay[]): NoticeKind[] =>
  KINDS.filter((kind) => which.includes(ways[kind]));
