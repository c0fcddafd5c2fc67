import { timesWritten } from '../../faults/rig/times-written.ts';
import type { SharedDatabase } from '../world/database.ts';
import type { Person } from './person.ts';

/** How often the log holds what people were told is there: cards and comments, by their ids. */
export async function written(
  { query }: Pick<SharedDatabase, 'query'>,
  people: readonly Person[],
): Promise<{ lost: number; doubled: number }> {
  const meetings = [...new Set(people.map(({ meeting }) => meeting))];
  const rows = await query<{ body: string }>(
    'select body from meeting_patch where meeting_id = any($1)',
    [meetings],
  );
  const bodies = rows.map(({ body }) => body);
  const times = timesWritten(bodies, ['held', 'comments']);
  const made = people.flatMap((each) => [...each.made]).map((id) => times.get(id) ?? 0);
  return {
    lost: made.filter((each) => each === 0).length,
    doubled: made.filter((each) => each > 1).length,
  };
}
