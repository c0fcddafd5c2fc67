import { setImmediate as breathe } from 'node:timers/promises';
import pg from 'pg';

/**
 * Reads and writes a row of every table in turn, as people do, for as long as something else goes on.
 * @returns what that gave, and the longest that a read or a write took, ms
 */
export async function probed<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ result: T; longest: number }> {
  const [reader, writer] = await Promise.all([connected(url), connected(url)]);
  const { rows: tables } = await reader.query<{ table: string; column: string }>(TABLES);
  let isOver = false;
  const probe = async (client: pg.Client, statement: (at: At) => string): Promise<number> => {
    let longest = 0;
    while (!isOver) {
      for (const table of tables) {
        const began = performance.now();
        await client.query(statement(table));
        longest = Math.max(longest, performance.now() - began);
      }
      await breathe();
    }
    return longest;
  };
  const probes = Promise.all([
    probe(reader, ({ table }) => `select from "${table}" limit 1`),
    probe(
      writer,
      ({ table, column }) => `update "${table}" set "${column}" = "${column}" where ctid = '(0,1)'`,
    ),
  ]);
  try {
    const result = await work();
    isOver = true;
    return { result, longest: Math.max(...(await probes)) };
  } finally {
    isOver = true;
    await probes;
    await Promise.all([reader.end(), writer.end()]);
  }
}

interface At {
  readonly table: string;
  readonly column: string;
}

/** Every table, and a column of it that no index holds where there is one. */
const TABLES = `
  select distinct on (class.relname) class.relname as table, attribute.attname as column
  from pg_class class
  join pg_attribute attribute on attribute.attrelid = class.oid and attnum > 0
    and not attisdropped and attgenerated = ''
  where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace
  order by class.relname, attribute.attnum desc`;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
