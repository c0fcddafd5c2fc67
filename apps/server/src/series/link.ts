import type { SeriesDoor } from '@rondo/contract';
import type { Db } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { roleInTeam } from '../teams/access.ts';
import { nameOfAll } from './name.ts';
import { runningOf } from './read.ts';

/**
 * Where the link of a series leads right now. Members always learn it; others what the meeting's
 * policy for guests allows, and never a name. Throws `not-found`.
 */
export async function lookBehindLink(
  db: Db,
  key: string,
  user: string | null,
): Promise<SeriesDoor> {
  const row = await db
    .selectFrom('series')
    .innerJoin('team', 'team.id', 'series.team_id')
    .select(['series.id', 'series.team_id', 'series.name', 'series.next_at', 'series.zone'])
    .select((e) => e.fn.coalesce('series.guests', 'team.guests').as('guests'))
    .where('series.key', '=', key)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  const isMember = user !== null && (await roleInTeam(db, user, row.team_id)) !== null;
  const running = await runningOf(db, row.id);
  // A running meeting has a policy of its own, which its facilitator may have changed.
  const guests = running?.guests ?? row.guests;
  const mayKnow = isMember || guests !== 'no';
  return {
    you: isMember ? 'member' : 'stranger',
    name: isMember ? nameOfAll(row.name) : null,
    series: isMember ? { id: row.id, team: row.team_id } : null,
    meeting: mayKnow ? (running?.id ?? null) : null,
    next: mayKnow ? (row.next_at?.toISOString() ?? null) : null,
    zone: mayKnow ? row.zone : null,
    guests,
  };
}
