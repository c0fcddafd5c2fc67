import type { Pool } from 'pg';
import type { Family, Sample } from './exposition.ts';

/** Connections to PostgreSQL, pool by pool. The names are OpenTelemetry's. */
export function poolFamilies(pools: ReadonlyMap<string, Pool>): Family[] {
  const of = (values: (pool: Pool) => readonly Sample[]): Sample[] =>
    [...pools].flatMap(([name, pool]) =>
      values(pool).map(({ labels, value }) => ({
        labels: { db_client_connection_pool_name: name, ...labels },
        value,
      })),
    );
  return [
    {
      name: 'db_client_connection_count',
      type: 'gauge',
      help: 'Connections to PostgreSQL.',
      samples: of(({ idleCount, totalCount }) => [
        { labels: { db_client_connection_state: 'idle' }, value: idleCount },
        { labels: { db_client_connection_state: 'used' }, value: totalCount - idleCount },
      ]),
    },
    {
      name: 'db_client_connection_max',
      type: 'gauge',
      help: 'The most connections of this pool.',
      samples: of(({ options }) => [{ value: options.max }]),
    },
    {
      name: 'db_client_connection_pending_requests',
      type: 'gauge',
      help: 'Who waits for a connection of this pool.',
      samples: of(({ waitingCount }) => [{ value: waitingCount }]),
    },
  ];
}
