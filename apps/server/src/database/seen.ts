import { problem } from '../http/problem.ts';
import type { Db } from './database.ts';

/** What a person sees of: a team of their organizations, an organization of theirs, a meeting of their teams. */
type Kind = 'organization' | 'team' | 'meeting';

/**
 * Before work that sees every row: throws `not-found` unless the person's own rows have this one. Not a
 * check of who may do what, which stands beside it: this one is PostgreSQL's, and cannot be got wrong.
 * @param db of the person (`dbOf`)
 */
export async function needSeen(db: Db, kind: Kind, id: string): Promise<void> {
  const row = await db.selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw problem('not-found');
}
