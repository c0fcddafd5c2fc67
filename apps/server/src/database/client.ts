import pg from 'pg';

/**
 * A connection of its own, not open yet. When it is lost, the query that runs then or comes next fails;
 * `pg` tells of it as an event too, and that would end the whole process if nobody heard it.
 */
export function singleClient(config: pg.ClientConfig): pg.Client {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  return client;
}
