import { sql } from 'kysely';
import { version } from '../../../version.ts';
import type { Check } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, several, withoutDatabase } from '../finding.ts';

const id = 'database-connections';
/** For `psql`, backups and the superuser. */
const RESERVE = 10;

interface Row {
  most: number;
  /** Sessions in other databases of the same PostgreSQL. */
  others: number;
}

/** Two releases run side by side during an upgrade, each with all its connections. */
export const databaseConnections: Check<DoctorContext> = {
  id,
  means: 'PostgreSQL takes the connections of all servers, of two releases at once',
  scope: 'shared',
  run: async (context) => {
    if (!context.db) return withoutDatabase(id);
    const { rows } = await sql<Row>`
      select least(
          current_setting('max_connections')::int,
          (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),
          (select nullif(datconnlimit, -1) from pg_database where datname = current_database())
        ) as most,
        (select count(*)::int from pg_stat_activity
          where datname is not null and datname <> current_database()) as others`.execute(
      context.db,
    );
    const { most = 0, others = 0 } = rows[0] ?? {};
    const { ofRelease, ofOne, servers } = demand(context);
    const needed = 2 * ofRelease + others + RESERVE;
    return [
      finding(id, most < needed ? 'failure' : 'ok', {
        measured: `${count(most)} allowed`,
        threshold: `at least ${count(needed)}: 2 × ${count(ofRelease)} of ${several(servers, 'server')}, ${count(others)} of other databases, ${RESERVE} to spare`,
        repair: `\`ALTER SYSTEM SET max_connections = ${Math.max(100, Math.ceil(needed / 50) * 50)};\` as superuser, then restart PostgreSQL. If it is \`ALTER ROLE … CONNECTION LIMIT\` or \`ALTER DATABASE … CONNECTION LIMIT\` that is lower, raise that.`,
        // Not even one server would have its own.
        stopsPublic: most < ofOne + others,
        data: { allowed: most, needed, servers, ofRelease, others },
      }),
    ];
  },
};

/**
 * What the servers of one release may open, and one server alone. Releases that are there side by side
 * replace each other: the larger one counts. Who starts is not listed yet, and of this release.
 */
function demand({ nodes, processes }: DoctorContext) {
  const listed = nodes.filter(({ draining }) => !draining);
  const starting = processes
    .filter(({ name }) => !nodes.some((node) => node.name === name))
    .map((each) => ({ ...each, release: version }));
  const releases = [...Map.groupBy([...listed, ...starting], ({ release }) => release).values()];
  const largest = releases
    .map((each) => ({
      servers: each.length,
      ofRelease: each.reduce((sum, { databaseConnections: most }) => sum + most, 0),
    }))
    .toSorted((a, b) => b.ofRelease - a.ofRelease)[0];
  return {
    ...(largest ?? { servers: 0, ofRelease: 0 }),
    ofOne: Math.max(0, ...processes.map(({ databaseConnections: most }) => most)),
  };
}
