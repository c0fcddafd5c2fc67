import { sql } from 'kysely';
import { jobKinds, type JobKind } from '../../../jobs/kinds.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, several, withoutDatabase } from '../finding.ts';

const id = 'jobs';
/** Those that come by the clock are soon done; an archive of a whole organization takes its time. */
const LATE_MINUTES = 60;

interface Work {
  kind: string;
  failed: number;
  /** Since the last failure. */
  done: number;
  /** Of what has waited longest; 0 when nothing waits. */
  minutes: number;
}

/** What is nobody's request is done, and by now: a failure there shows on no screen. */
export const jobs: Check<DoctorContext> = {
  id,
  means: 'what is done by the clock and after the answer is done, and in time',
  scope: 'shared',
  run: async ({ db }) => {
    if (!db) return withoutDatabase(id);
    const { rows: tables } = await sql`
      select where to_regclass('pgboss.job') is not null`.execute(db);
    // Made when the first server starts, and not in backups.
    if (tables.length === 0) return [well(0)];
    const { rows } = await sql<Work>`
      with recent as (
        select name, state, created_on, start_after, completed_on,
               max(completed_on) filter (where state = 'failed') over (partition by name) as failed_at
        from pgboss.job where completed_on > now() - interval '1 day' or state < 'active'
      )
      select name as kind,
             count(*) filter (where state = 'failed')::int as failed,
             count(*) filter (where state = 'completed' and completed_on > failed_at)::int as done,
             coalesce(extract(epoch from now() - min(greatest(created_on, start_after))
               filter (where state < 'active')) / 60, 0)::float8 as minutes
      from recent group by name order by name`.execute(db);
    // A newer release that was here has left kinds that this one does not know.
    const known = rows.filter(({ kind }) => kind in jobKinds);
    const bad = known.flatMap((work) => [...failures(work), ...lateness(work)]);
    return bad.length > 0 ? bad : [well(known.length)];
  },
};

const well = (kinds: number): Finding =>
  finding(id, 'ok', {
    measured:
      kinds === 0 ? 'none was done in a day' : `${several(kinds, 'kind')}, none failed in a day`,
    threshold: 'none failed, none late',
    repair: '',
  });

function failures({ kind, failed, done }: Work): Finding[] {
  if (failed === 0) return [];
  return [
    finding(id, done > 0 ? 'warning' : 'failure', {
      place: kind,
      measured: `failed ${several(failed, 'time')} in a day, ${done > 0 ? 'went well since' : 'the last time too'}`,
      threshold: 'never',
      repair: `The servers’ logs say why, in lines with \`"kind":"${kind}"\` and “a job failed”.${MORE[kind as JobKind] ?? ''}`,
      data: { kind, failed, done },
    }),
  ];
}

function lateness({ kind, minutes }: Work): Finding[] {
  if (minutes <= LATE_MINUTES) return [];
  return [
    finding(id, 'warning', {
      place: `${kind}, waiting`,
      measured: `for ${several(minutes, 'minute')}`,
      threshold: `at most ${LATE_MINUTES} minutes`,
      repair:
        'Is a server there that is not busy with other things? `rondo_jobs_running` in /metrics says what each is at; one that does nothing is restarted.',
      data: { kind, minutes: Math.round(minutes) },
    }),
  ];
}

/** What is usually the matter. */
const MORE: Partial<Record<JobKind, string>> = {
  seats: ' Stripe was not reached, or refuses RONDO_STRIPE_KEY: plans are as they were meanwhile.',
  'send-mail': ' The check `mail` and the outbox (`/outbox`) say more.',
  'waiting-migrations': ' Until it has run, what no release uses any more stays in the database.',
};
