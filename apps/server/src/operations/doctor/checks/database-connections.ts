import { sql } from 'kysely';
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

/** What the servers that stay may open, and one alone. A release that is being replaced is counted by its successor. */
function demand({ nodes, processes }: DoctorContext) {
  const sum = (each: readonly { databaseConnections: number }[]): number =>
    each.reduce((total, { databaseConnections: most }) => total + most, 0);
  const unlisted = processes.filter(({ name }) => !nodes.some((node) => node.name === name));
  const newest = nodes.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
  const staying = nodes.filter(({ draining, release }) => !draining && release === newest?.release);
  return {
    ofRelease: sum([...staying, ...unlisted]),
    ofOne: Math.max(0, ...processes.map(({ databaseConnections: most }) => most)),
    servers: staying.length + unlisted.length,
  };
}
