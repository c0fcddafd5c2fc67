import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';

/** Any number will do, as long as all releases take the same. */
const LOCK = sql`select pg_advisory_xact_lock(7266639)`;

/**
 * Gives exports and imports that have no job one again: a restored database has what was asked for, and no
 * jobs. What a job has failed at stays as it is, or it would take a server down with every start.
 * @returns how many
 */
export function requeueMoves(db: Db, jobs: Jobs): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Of servers that start at once, the second one finds the jobs of the first.
    await LOCK.execute(tx);
    const { rows } = await sql<{ id: string; kind: 'export' | 'import' }>`
      select id, kind from data_job
      where state in ('waiting', 'working') and not exists (
        select from pgboss.job where name = data_job.kind and data ->> 'job' = data_job.id::text)
      order by asked_at, id
    `.execute(tx);
    for (const { id, kind } of rows) await jobs.add(kind, { job: id }, tx);
    return rows.length;
  });
}
