import type { Patch } from '@rondo/meeting';
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
  const times = new Map<string, number>();
  const count = ([path, value]: readonly [readonly string[], unknown?]): void => {
    const place = path.at(-2);
    if (value === undefined || (place !== 'held' && place !== 'comments')) return;
    const id = path.at(-1) ?? '';
    times.set(id, (times.get(id) ?? 0) + 1);
  };
  for (const { body } of rows) {
    // The log holds what servers of ours have written.
    const { board, hands } = JSON.parse(body) as Patch;
    board.forEach(count);
    for (const ops of Object.values(hands)) ops.forEach(count);
  }
  const made = people.flatMap((each) => [...each.made]).map((id) => times.get(id) ?? 0);
  return {
    lost: made.filter((each) => each === 0).length,
    doubled: made.filter((each) => each > 1).length,
  };
}
