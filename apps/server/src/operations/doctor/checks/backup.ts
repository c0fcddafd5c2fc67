import { sql } from 'kysely';
import { backupEveryHours } from '../../backup/schedule.ts';
import { latestRun, type Run } from '../../runs/runs.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, several, withoutDatabase } from '../finding.ts';
import { isPublic } from '../may-start.ts';

const id = 'backup';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Where backups are made by hand, or by a program that Rondo does not know. */
const USUAL_HOURS = 24;
/** A backup may be late by half of the time between two. */
const PATIENCE = 1.5;
const RESTORE_TEST_DAYS = 30;
/** A server in public that is older than this has something to lose. */
const GRACE_DAYS = 7;

/** There is a new backup, and it was tried whether it comes back. */
export const backup: Check<DoctorContext> = {
  id,
  means: 'a new backup, and a restore that was tried in the last 30 days',
  scope: 'shared',
  run: async (context) => {
    const { db, settings, now } = context;
    if (!db) return withoutDatabase(id);
    const good = await latestRun(db, 'backup', { onlyGood: true });
    if (!good) return [await withoutAny(context, db)];
    const last = await latestRun(db, 'backup');
    const test = await latestRun(db, 'restore-test', { onlyGood: true });
    const every = backupEveryHours(settings) || USUAL_HOURS;
    return [
      newest(good, every, now()),
      ...(last && !last.succeeded ? [lastFailed(last)] : []),
      restoreTest(test, now()),
    ];
  },
};

const MAKE_ONE = '`npm run rondo -- backup`';

async function withoutAny(
  { settings, now }: DoctorContext,
  db: NonNullable<DoctorContext['db']>,
): Promise<Finding> {
  const isElsewhere = settings.backupEveryHours === 0;
  const age = now() - (await bornAt(db)).getTime();
  const days = age / DAY_MS;
  // The first one comes by itself.
  const isComing = age < backupEveryHours(settings) * PATIENCE * HOUR_MS;
  const isLate = isPublic(settings) && days > GRACE_DAYS;
  return finding(id, isElsewhere || isComing ? 'ok' : isLate ? 'failure' : 'warning', {
    place: 'newest',
    measured: isElsewhere ? 'made by somebody else (RONDO_BACKUP_EVERY_HOURS=0)' : 'none so far',
    threshold: 'a backup',
    repair: `${MAKE_ONE} makes one now, RONDO_BACKUP_EVERY_HOURS=24 one every day. Where somebody else backs up the database, secrets included: RONDO_BACKUP_EVERY_HOURS=0.`,
    data: { serverDays: Math.floor(days) },
  });
}

/** When the first server made the tables. */
async function bornAt(db: NonNullable<DoctorContext['db']>): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select min(at) as at from migration`.execute(db);
  return rows[0]?.at ?? new Date();
}

function newest({ at }: Run, every: number, now: number): Finding {
  const hours = (now - at.getTime()) / HOUR_MS;
  return finding(id, hours > every * PATIENCE ? 'failure' : 'ok', {
    place: 'newest',
    measured: `${several(hours, 'hour')} old`,
    threshold: `at most ${several(every * PATIENCE, 'hour')} (1.5 × every ${every})`,
    repair: `${MAKE_ONE} makes one now; the log says why there was none by itself. If you make them less often: RONDO_BACKUP_EVERY_HOURS.`,
    data: { hours: Math.round(hours), every },
  });
}

const lastFailed = ({ at }: Run): Finding =>
  finding(id, 'failure', {
    place: 'last attempt',
    measured: `failed ${at.toISOString()}`,
    threshold: 'done',
    repair: `${MAKE_ONE} says why.`,
  });

function restoreTest(test: Run | undefined, now: number): Finding {
  const days = test ? (now - test.at.getTime()) / DAY_MS : Infinity;
  return finding(id, days > RESTORE_TEST_DAYS ? 'warning' : 'ok', {
    place: 'restore test',
    measured: test ? `${several(days, 'day')} ago` : 'never',
    threshold: `at most ${RESTORE_TEST_DAYS} days ago`,
    repair:
      '`npm run rondo -- verify-backup <newest file>` restores it into an empty database, compares and takes that away again.',
    data: { days: Math.floor(days) },
  });
}
