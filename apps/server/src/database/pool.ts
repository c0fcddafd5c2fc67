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
  /** What its connections are told as they are opened, such as `-c rondo.scope=person`. */
  readonly parameters?: string;
}

/**
 * PostgreSQL gives a statement up itself. When not even that is heard of for so much longer, ms, the
 * connection is dead and nobody said so: its machine is gone, or a firewall has forgotten it. TCP alone
 * would believe in it for a quarter of an hour.
 */
const GRACE = 2_000;

const { builtins } = pg.types;

/** What this pool reads differently from `pg`'s own ways. Per pool: other libraries share `pg`. */
const readers: Partial<Record<number, (text: string) => unknown>> = {
  // Counts and sequence numbers; none of ours gets near 2^53.
  [builtins.INT8]: Number,
  // A day has no time zone, so it must not become a moment.
  [builtins.DATE]: (text) => text,
};

/** A pool that survives the loss of connections, idle or in use (a restart of PostgreSQL cuts them all). */
export function openPool(options: PoolOptions): pg.Pool {
  const { url, name, most, log, statementTimeout = 10_000, parameters } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: most,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeout,
    ...(parameters && { options: parameters }),
    query_timeout: statementTimeout + GRACE,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && readers[oid]) || pg.types.getTypeParser(oid, format),
    },
  });
  pool.on('connect', endWhenDead);
  // The pool listens to those that nobody has borrowed; an error that nobody hears ends the whole process.
  // Whoever has borrowed this one is told by the query that fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log.warn({ err: error, pool: name }, 'a connection was lost'));
  return pool;
}

/**
 * A connection on which an answer is overdue would stay in the pool where somebody else's code holds
 * it (Kysely gives back what it has borrowed, whatever became of it), and hold up who gets it next.
 */
function endWhenDead(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown;
  const watched = (...args: unknown[]): unknown => {
    const answer = ask(...args);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') void end(client);
      });
    }
    return answer;
  };
  // The same function with the same many ways to call it.
  client.query = watched as typeof client.query;
}

/** Of the client, not of the loan: the pool takes an ended one out as soon as it is given back. */
const end = (client: pg.PoolClient): Promise<void> => (client as unknown as pg.Client).end();
