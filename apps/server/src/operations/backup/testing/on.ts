import pg from 'pg';

/** Works with a database over a connection of its own. */
export async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Everything in a database as text, by table: independent of how backups read it. */
export function dumpOf(url: string): Promise<Record<string, string[]>> {
  return on(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const dump: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select row_to_json(whole_row)::text as row from public."${name}" whole_row order by 1`,
      );
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  });
}
