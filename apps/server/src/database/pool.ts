import pg from 'pg';
import type { Logger } from 'pino';

export interface PoolOptions {
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  /** The most connections at a time. */
  readonly most: number;
  readonly log: Logger;
  /** A statement that takes longer is given up, in ms. */
  readonly statementTimeout?: number;
}

const { builtins } = pg.types;

/** What this pool reads differently from `pg`'s own ways. Per pool: other libraries share `pg`. */
const readers: Partial<Record<number, (text: string) => unknown>> = {
  // Counts and sequence numbers; none of ours gets near 2^53.
  [builtins.INT8]: Number,
  // A day has no time zone, so it must not become a moment.
  [builtins.DATE]: (text) => text,
};

/** A pool that survives the loss of idle connections (a restart of PostgreSQL cuts them all). */
export function openPool(options: PoolOptions): pg.Pool {
  const { url, name, most, log, statementTimeout = 15_000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: most,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && readers[oid]) || pg.types.getTypeParser(oid, format),
    },
  });
  pool.on('error', (error) => log.warn({ err: error, pool: name }, 'a connection was lost'));
  return pool;
}
