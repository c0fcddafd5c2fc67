import { sql } from 'kysely';
import type { Check, Finding, Severity } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, tooMuch, withoutDatabase } from '../finding.ts';

const id = 'database-safety';
const GB = 1e9;

/** What PostgreSQL says about itself. */
export interface Safety {
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  readonly checksums: string;
  readonly isReplica: boolean;
  /** Transactions until numbers run out, as used so far. */
  readonly age: number;
  /** By how much the slowest replica is behind, in bytes; null: there is none, or it is not ours to know. */
  readonly lag: number | null;
  /** What replicas that are away make PostgreSQL keep, in bytes. */
  readonly kept: number | null;
}

/** What is acknowledged stays, also when the plug is pulled. */
export const databaseSafety: Check<DoctorContext> = {
  id,
  means: 'PostgreSQL loses nothing that it has acknowledged',
  scope: 'shared',
  run: async ({ db }) => {
    if (!db) return withoutDatabase(id);
    const { rows } = await sql<Safety>`
      select current_setting('fsync') as "fsync",
        current_setting('full_page_writes') as "fullPageWrites",
        current_setting('synchronous_commit') as "synchronousCommit",
        current_setting('data_checksums') as "checksums",
        pg_is_in_recovery() as "isReplica",
        (select age(datfrozenxid)::float8 from pg_database where datname = current_database()) as "age",
        case when not pg_is_in_recovery() then (select max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn))::float8 from pg_stat_replication) end as "lag",
        case when not pg_is_in_recovery() then (select max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn))::float8 from pg_replication_slots where not active) end as "kept"
    `.execute(db);
    return rows.flatMap(judgeSafety);
  },
};

export function judgeSafety(safety: Safety): Finding[] {
  const { checksums, isReplica, age, lag, kept } = safety;
  return [
    onOff('fsync', safety.fsync),
    onOff('full_page_writes', safety.fullPageWrites),
    onOff('synchronous_commit', safety.synchronousCommit),
    finding(id, checksums === 'on' ? 'ok' : 'warning', {
      place: 'data_checksums',
      measured: checksums,
      threshold: 'on, so that a disk that returns other bytes is noticed',
      repair: '`pg_checksums --enable -D <data folder>` while PostgreSQL is stopped.',
    }),
    finding(id, isReplica ? 'failure' : 'ok', {
      place: 'primary',
      measured: isReplica ? 'a replica, which takes no writes' : 'the primary',
      threshold: 'the primary',
      repair:
        'Put the address of the primary into DATABASE_URL; `target_session_attrs=read-write`.',
      stopsPublic: true,
    }),
    finding(id, tooMuch(age, { warn: 1e9, fail: 1.8e9 }), {
      place: 'transaction numbers',
      measured: `${count(age)} since the last freeze`,
      threshold: 'at most 1,000,000,000; at 2,147,483,647 PostgreSQL stops',
      repair:
        '`VACUUM (FREEZE, VERBOSE);` as owner of the database, and find what keeps autovacuum from it.',
      data: { age },
    }),
    ...amount(
      'replication',
      lag,
      { warn: 0.1 * GB, fail: GB },
      'behind',
      'Look at the slowest: `SELECT * FROM pg_stat_replication;`',
    ),
    ...amount(
      'replication slots',
      kept,
      { warn: GB, fail: 10 * GB },
      'kept for a replica that is away',
      'Bring it back, or `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE NOT active;`',
    ),
  ];
}

function onOff(place: string, value: string): Finding {
  const severity: Severity = value === 'off' ? 'failure' : 'ok';
  return finding(id, severity, {
    place,
    measured: value,
    threshold: 'not off: what people were told is saved would be gone after a power failure',
    repair: `\`ALTER SYSTEM RESET ${place}; SELECT pg_reload_conf();\` as superuser; also look at \`ALTER ROLE … SET\` and \`ALTER DATABASE … SET\`.`,
    stopsPublic: true,
  });
}

function amount(
  place: string,
  bytes: number | null,
  limits: { warn: number; fail: number },
  what: string,
  repair: string,
): Finding[] {
  if (bytes === null) return [];
  return [
    finding(id, tooMuch(bytes, limits), {
      place,
      measured: `${(bytes / GB).toFixed(2)} GB ${what}`,
      threshold: `at most ${limits.warn / GB} GB`,
      repair,
      data: { bytes, ...limits },
    }),
  ];
}
