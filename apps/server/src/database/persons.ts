import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** What connections for persons are told as they are opened: from then on they see rows of a person alone. */
export const FOR_PERSONS = '-c rondo.scope=person';

/**
 * For queries in somebody's name: PostgreSQL itself keeps them to the rows of that person's
 * organizations and teams (`0050_row_security.sql`), whatever the statement says.
 * @param pool of connections opened with `FOR_PERSONS`
 */
export function forPersons(pool: pg.Pool): (person: string) => Db {
  const named = new WeakMap<pg.PoolClient, string>();
  const connect = async (person: string): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    if (named.get(client) === person) return client;
    try {
      await client.query(`select set_config('rondo.person', $1, false)`, [person]);
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
    named.set(client, person);
    return client;
  };
  return (person) =>
    new Kysely<Tables>({
      dialect: new PostgresDialect({
        pool: {
          options: pool.options,
          connect: () => connect(person),
          end: () => Promise.resolve(),
        },
      }),
    });
}
