import { sql } from 'kysely';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, tooMuch } from '../finding.ts';

const id = 'database';
/** Of a question that PostgreSQL answers without looking anything up, ms. */
const LIMITS = { warn: 10, fail: 100 };
const QUESTIONS = 5;

/** Whatever people do waits for the database a few times. */
export const database: Check<DoctorContext> = {
  id,
  means: 'PostgreSQL answers, and quickly',
  scope: 'machine',
  run: async ({ db, settings }) => {
    if (!db && !settings.databaseUrl) {
      return [notSeen(id, 'Rondo’s own PostgreSQL does not run here', 'Start Rondo: `npm start`.')];
    }
    if (!db) {
      return [
        finding(id, 'failure', {
          measured: 'no answer',
          threshold: 'an answer',
          repair:
            'Try `psql "$DATABASE_URL" -c "select 1"` here: it says why. Then mend DATABASE_URL, the network or PostgreSQL (`systemctl status postgresql`).',
        }),
      ];
    }
    const times: number[] = [];
    for (let asked = 0; asked < QUESTIONS; asked++) {
      const begin = performance.now();
      await sql`select 1`.execute(db);
      times.push(performance.now() - begin);
    }
    // Others had to connect first, or to wait for what else this process does.
    const ms = Math.min(...times);
    return [judgeAnswer(ms)];
  },
};

/** @param ms how long the quickest answer took */
export const judgeAnswer = (ms: number): Finding =>
  finding(id, tooMuch(ms, LIMITS), {
    measured: `answers in ${ms.toFixed(1)} ms`,
    threshold: `at most ${LIMITS.warn} ms`,
    repair: 'Run Rondo in the same data centre as PostgreSQL, and look at how busy both are.',
    data: { ms, ...LIMITS },
  });
