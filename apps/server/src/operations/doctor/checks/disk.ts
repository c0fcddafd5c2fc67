import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { count, finding, notSeen } from '../finding.ts';
import type { Space } from '../machine.ts';

const id = 'disk';
const DAY_MS = 86_400_000;
const GB = 1e9;
/** Parts of the whole; whatever the part, this much is enough. */
const LIMITS = { warn: 0.2, fail: 0.05, enough: 100 * GB };
/** At the growth of the last week it has to last so long. */
const LEAST_DAYS = 7;
/** With less, the next large write may be the one that fails. */
const STOP_BYTES = 0.2 * GB;

/** A full disk ends the database, and what people write is lost to them. */
export const disk: Check<DoctorContext> = {
  id,
  means: 'a fifth of the disk is free, and it lasts for a week at least',
  scope: 'machine',
  run: async (context) => {
    const { machine, settings } = context;
    const folder = existing(settings.dataFolder, machine.space);
    const space = folder && machine.space(folder);
    if (!space) {
      const how = 'Make the folder of RONDO_DATA readable for whom Rondo runs as.';
      return [notSeen(id, 'the disk does not say how full it is', how, settings.dataFolder)];
    }
    const days = await daysLeft(context, space.freeBytes);
    return [bytes(settings.dataFolder, space, days), files(settings.dataFolder, space)];
  },
};

/** The folder itself, or where it would be made. */
function existing(folder: string, space: (folder: string) => Space | undefined): string {
  return space(folder) || dirname(folder) === folder ? folder : existing(dirname(folder), space);
}

function bytes(place: string, { freeBytes, totalBytes }: Space, days: number): Finding {
  const part = freeBytes / totalBytes;
  const isLittle = freeBytes < LIMITS.enough;
  const fails = (isLittle && part < LIMITS.fail) || days < LEAST_DAYS;
  const warns = isLittle && part < LIMITS.warn;
  const least = Math.min(LIMITS.warn * totalBytes, LIMITS.enough);
  return finding(id, fails ? 'failure' : warns ? 'warning' : 'ok', {
    place,
    measured: `${gigabytes(freeBytes)} of ${gigabytes(totalBytes)} GB free${Number.isFinite(days) ? `, for ${count(days)} days at the growth of the last week` : ''}`,
    threshold: `at least ${gigabytes(least)} GB, and for ${LEAST_DAYS} days`,
    repair: `Give it a larger disk, or delete what fills it: \`du -xh ${place} | sort -h | tail\`.`,
    stopsPublic: freeBytes < STOP_BYTES,
    data: { freeBytes, totalBytes, days },
  });
}

function files(place: string, { freeFiles, totalFiles }: Space): Finding {
  const part = totalFiles === 0 ? 1 : freeFiles / totalFiles;
  return finding(id, part < LIMITS.fail ? 'failure' : part < LIMITS.warn ? 'warning' : 'ok', {
    place: `${place}, number of files`,
    measured: totalFiles === 0 ? 'no limit' : `${count(freeFiles)} of ${count(totalFiles)} left`,
    threshold: totalFiles === 0 ? 'none' : `at least ${count(totalFiles * LIMITS.warn)} left`,
    repair: `Delete what there are many of: \`du -x --inodes ${place} | sort -n | tail\`.`,
    stopsPublic: totalFiles > 0 && freeFiles < 1_000,
    data: { freeFiles, totalFiles },
  });
}

/** At the growth since the oldest examination of this machine in the last week; no limit when it does not grow. */
async function daysLeft({ db, machine, now }: DoctorContext, free: number): Promise<number> {
  if (!db) return Infinity;
  const { rows } = await sql<{ at: Date; free: number }>`
    select at, (found -> 'data' ->> 'freeBytes')::float8 as free
    from operation_run, jsonb_array_elements(result -> 'findings') as found
    where kind = 'doctor' and at > now() - interval '7 days' and result ->> 'host' = ${machine.host}
      and found ->> 'check' = ${id} and found -> 'data' ? 'freeBytes'
    order by at limit 1`.execute(db);
  const [before] = rows;
  const days = before ? (now() - before.at.getTime()) / DAY_MS : 0;
  // Less than a day says little about a week.
  if (!before || days < 1 || before.free <= free) return Infinity;
  return free / ((before.free - free) / days);
}

const gigabytes = (value: number): string => (value / GB).toFixed(value < 10 * GB ? 1 : 0);
