import type { Database } from '../../database/database.ts';
import { JOB_CONNECTIONS } from '../../jobs/jobs.ts';

/** The most connections to PostgreSQL that this server opens: its pools, jobs, and two to hear others. */
export function databaseConnections({ pools }: Database): number {
  const pooled = [...pools.values()].reduce((sum, { options }) => sum + options.max, 0);
  return pooled + JOB_CONNECTIONS + 2;
}

/** The same of a server that does not run, as far as is known; a test compares. */
export const USUAL_CONNECTIONS = 31;
