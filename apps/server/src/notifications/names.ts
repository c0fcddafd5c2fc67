import { markdownText } from '@rondo/design/markdown';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

export interface Told {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly team_id: string | null;
  readonly about: Readonly<Record<string, string>>;
}

/** What ids are called, by what they are the ids of; what is missing, the person may not see (any more). */
export type Names = Readonly<Record<Named, ReadonlyMap<string, string>>>;

/** What has a name; the rest of `about` are figures and words of closed lists. */
const NAMED = ['task', 'by', 'meeting', 'organization', 'team', 'report'] as const;
type Named = (typeof NAMED)[number];

const isNamed = (key: string): key is Named => NAMED.some((each) => each === key);

/**
 * Looks up what notices are about, as the person sees it now: names are never kept in a notice.
 * @param db of the person (`dbOf`): PostgreSQL leaves out what is not theirs to see
 */
export async function namesFor(db: Db, notices: readonly Told[]): Promise<Names> {
  const ids = (key: Named): string[] => [
    ...new Set(
      notices.flatMap(({ about, team_id }) => (key === 'team' ? team_id : about[key]) || []),
    ),
  ];
  const named = async (
    key: Named,
    look: (ids: string[]) => Promise<{ id: string; name: string }[]>,
  ): Promise<ReadonlyMap<string, string>> => {
    const wanted = ids(key);
    const rows = wanted.length === 0 ? [] : await look(wanted);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  return {
    task: await named('task', async (some) => {
      const tasks = await db
        .selectFrom('task')
        .select(['id', 'text'])
        .where('id', 'in', some)
        .execute();
      return tasks.map(({ id, text }) => ({ id, name: markdownText(text) }));
    }),
    by: await named('by', (some) =>
      db.selectFrom('user').select(['id', 'name']).where('id', 'in', some).execute(),
    ),
    meeting: await named('meeting', (some) =>
      db.selectFrom('meeting').select(['id', 'name']).where('id', 'in', some).execute(),
    ),
    organization: await named('organization', (some) =>
      db.selectFrom('organization').select(['id', 'name']).where('id', 'in', some).execute(),
    ),
    team: await named('team', (some) =>
      db.selectFrom('team').select(['id', 'name']).where('id', 'in', some).execute(),
    ),
    report: await named('report', (some) =>
      db
        .selectFrom('report')
        .select(['id', sql<string>`'#' || number`.as('name')])
        .where('id', 'in', some)
        .execute(),
    ),
  };
}

/** The names of one notice; null: gone, or not this person's to see. */
export const namesOf = ({ about }: Told, names: Names): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(about).flatMap(([key, id]) =>
      isNamed(key) && id !== '' ? [[key, names[key].get(id) ?? null]] : [],
    ),
  );
