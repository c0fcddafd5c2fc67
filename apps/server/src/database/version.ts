import { CannotStart } from '../cannot-start.ts';

/** What the SQL of the migrations and of pg-boss needs. */
const OLDEST = 15;

/**
 * Refuses a PostgreSQL that is too old.
 * @param version as `show server_version` says it, such as `15.8 (Debian 15.8-0+deb12u1)`
 */
export function needVersion(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new CannotStart(
    `The database is a PostgreSQL ${version}, and Rondo needs ${OLDEST} or newer. Upgrade it; or unset DATABASE_URL, and Rondo runs a PostgreSQL 18 of its own.`,
  );
}
