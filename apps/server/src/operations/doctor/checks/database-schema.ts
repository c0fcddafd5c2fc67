import { sql } from 'kysely';
import { readMigrations } from '../../../database/migrate.ts';
import { version } from '../../../version.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, several, withoutDatabase } from '../finding.ts';

const id = 'database-schema';
type Db = NonNullable<DoctorContext['db']>;

/** Tables as this release expects them, and indexes that work. */
export const databaseSchema: Check<DoctorContext> = {
  id,
  means: 'the database has the tables of this release, and no broken index',
  scope: 'shared',
  run: async (context) => {
    const { db } = context;
    if (!db) return withoutDatabase(id);
    return [await migrations(db, context), ...(await brokenIndexes(db))];
  },
};

async function migrations(db: Db, { nodes, isComing }: DoctorContext): Promise<Finding> {
  const { rows } = await sql<{ name: string; checksum: string }>`
    select name, checksum from migration`.execute(db);
  const done = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const known = readMigrations();
  const changed = known.filter(
    ({ name, checksum }) => done.has(name) && done.get(name) !== checksum,
  );
  const pending = known.filter(({ name }) => !done.has(name));
  const newer = rows.filter(({ name }) => !known.some((each) => each.name === name));
  const [place, repair] =
    changed.length > 0
      ? ['changed', 'Put these files of Rondo back as they were: install this release anew.']
      : [
          'pending',
          'Start this release, or `npm run rondo -- upgrade`: it does them. If it fails, its log says which and why.',
        ];
  const bad = changed.length > 0 ? changed : pending;
  // Before this release starts for the first time, it is natural that something is to be done.
  const isNew = isComing || !nodes.some(({ release }) => release === version);
  const isNatural = changed.length === 0 && isNew;
  const severity = bad.length === 0 ? 'ok' : isNatural ? 'warning' : 'failure';
  return finding(id, severity, {
    place: 'migrations',
    measured:
      bad.length > 0
        ? `${place}: ${bad.map(({ name }) => name).join(', ')}`
        : `${several(done.size, 'migration')} done${newer.length > 0 ? `, ${newer.length} of a newer release` : ''}`,
    threshold: 'all done, none changed since',
    repair,
    // What the server would write may not fit what is there.
    stopsPublic: changed.length > 0,
    data: {
      done: done.size,
      pending: pending.length,
      changed: changed.length,
      newer: newer.length,
    },
  });
}

/** Left behind by a `CREATE INDEX CONCURRENTLY` that failed: they cost, and help nobody. */
async function brokenIndexes(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ name: string }>`
    select indexrelid::regclass::text as name from pg_index
    where not indisvalid and not exists (
      select from pg_stat_progress_create_index as now where now.index_relid = indexrelid
    ) order by 1`.execute(db);
  if (rows.length === 0) {
    const well = { place: 'indexes', measured: 'all valid', threshold: 'all valid', repair: '' };
    return [finding(id, 'ok', well)];
  }
  return rows.map(({ name }) =>
    finding(id, 'failure', {
      place: `index ${name}`,
      measured: 'half made',
      threshold: 'valid',
      repair: `\`REINDEX INDEX CONCURRENTLY ${name};\``,
    }),
  );
}
