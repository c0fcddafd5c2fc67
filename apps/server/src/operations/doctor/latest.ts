import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { presentNodes } from '../nodes/nodes.ts';
import { Report } from './report.ts';

/** The latest examination of every server that runs, and of what is looked at for all of them. */
export async function latestReports(db: Db): Promise<Report[]> {
  const nodes = (await presentNodes(db)).map(({ name }) => name);
  const { rows } = await sql<{ result: unknown }>`
    select distinct on (scope, node) result from (
      select at, result, result ->> 'scope' as scope,
             case when result ->> 'scope' = 'machine' then result ->> 'node' end as node
      from operation_run where kind = 'doctor' and at > now() - interval '14 days'
    ) as run
    where scope in ('shared', 'outside') or (scope = 'machine' and node = any(${nodes}::text[]))
    order by scope, node, at desc`.execute(db);
  // A release beside this one may write them otherwise: what cannot be read is left out.
  return rows.flatMap(({ result }) => Report.safeParse(result).data ?? []);
}
