import { sql } from 'kysely';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, tooMuch, withoutDatabase } from '../finding.ts';

const id = 'clock';
const LIMITS = { warn: 250, fail: 5_000 };

/** Meetings go by the time of the database; plans, sessions and the log by that of this machine. */
export const clock: Check<DoctorContext> = {
  id,
  means: 'this machine and the database have the same time',
  scope: 'machine',
  run: async ({ db, now }) => {
    if (!db) return withoutDatabase(id);
    const asked = now();
    const { rows } = await sql<{ ms: number }>`
      select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(db);
    const answered = now();
    const there = rows[0]?.ms ?? 0;
    // It was looked up somewhen between question and answer; only what lies outside is a difference.
    const off = Math.max(0, asked - there, there - answered);
    return [judgeClock(off)];
  },
};

/** @param off how far the clocks are apart at least, ms */
export const judgeClock = (off: number): Finding =>
  finding(id, tooMuch(off, LIMITS), {
    measured: `${Math.round(off)} ms apart`,
    threshold: `at most ${LIMITS.warn} ms`,
    repair:
      '`timedatectl set-ntp true` here and on the machine of the database; `timedatectl timesync-status` shows whether it works. In a container: on its host.',
    data: { ms: Math.round(off), ...LIMITS },
  });
