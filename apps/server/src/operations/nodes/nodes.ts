import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../../database/database.ts';
import { version } from '../../version.ts';

export interface ServerNode {
  readonly name: string;
  readonly release: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  readonly draining: boolean;
  readonly databaseConnections: number;
}

export interface Presence {
  /** Tells the others that this server sends its people on. */
  readonly drains: () => Promise<void>;
  /** Takes the row away. */
  readonly leave: () => Promise<void>;
}

/** How often a server says that it is there, ms. */
const EVERY_MS = 10_000;
/** Who has not said so for this long is gone. */
const GONE = sql`interval '45 seconds'`;

/** The servers of this database that run now, the oldest first. */
export async function presentNodes(db: Db): Promise<ServerNode[]> {
  const rows = await db
    .selectFrom('server_node')
    .selectAll()
    .where('seen_at', '>', sql<Date>`now() - ${GONE}`)
    .orderBy('started_at')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    release: row.release,
    host: row.host,
    pid: row.pid,
    startedAt: row.started_at,
    draining: row.draining,
    databaseConnections: row.database_connections,
  }));
}

/**
 * Says that this server is there, at once and then every ten seconds, by the clock of the database.
 * @param databaseConnections the most it may open
 */
export async function appear(
  db: Db,
  name: string,
  databaseConnections: number,
  log: Logger,
): Promise<Presence> {
  const now = sql<Date>`now()`;
  await db
    .insertInto('server_node')
    .values({
      name,
      release: version,
      host: hostname(),
      pid: process.pid,
      started_at: now,
      seen_at: now,
      database_connections: databaseConnections,
    })
    .execute();
  const timer = setInterval(() => {
    db.updateTable('server_node')
      .set({ seen_at: now })
      .where('name', '=', name)
      .execute()
      .catch((error: unknown) =>
        log.warn({ err: error }, 'could not say that this server is there'),
      );
  }, EVERY_MS);
  return {
    drains: async () => {
      await db
        .updateTable('server_node')
        .set({ draining: true, seen_at: now })
        .where('name', '=', name)
        .execute();
    },
    leave: async () => {
      clearInterval(timer);
      // Where the database does not answer, the row is forgotten all the same.
      await db
        .deleteFrom('server_node')
        .where('name', '=', name)
        .execute()
        .catch((error: unknown) =>
          log.warn({ err: error }, 'could not tell the other servers that this one is gone'),
        );
    },
  };
}
