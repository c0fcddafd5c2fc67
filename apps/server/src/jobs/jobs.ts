import { fromKysely, PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { jobKinds, type JobData, type JobKind } from './kinds.ts';

/** Work that happens after the answer, at least once each, surviving restarts. */
export interface Jobs {
  /** Adds a job in the transaction of its cause: both happen or neither. */
  readonly add: <Kind extends JobKind>(kind: Kind, data: JobData[Kind], tx: Db) => Promise<void>;
  /** Does jobs of a kind; a rejection has the job tried again later, as its kind says. */
  readonly work: <Kind extends JobKind>(
    kind: Kind,
    handle: (data: JobData[Kind], job: { tries: number; isLastTry: boolean }) => Promise<void>,
  ) => Promise<void>;
  /** Lets jobs that run finish, for 10 s at most. */
  readonly stop: () => Promise<void>;
}

/** Starts pg-boss, in a schema of its own that it keeps up to date itself. */
export async function startJobs(url: string, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'rondo jobs',
    max: 3,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
  await boss.start();
  for (const [kind, { queue, cron }] of Object.entries(jobKinds)) {
    const options = { ...queue, notify: true };
    await boss.createQueue(kind, options);
    await boss.updateQueue(kind, options);
    if (cron) await boss.schedule(kind, cron);
  }
  return {
    add: async (kind, data, tx) => {
      await boss.send(kind, data, { db: fromKysely(tx) });
    },
    work: async (kind, handle) => {
      const attempt = async (job: JobWithMetadata<JobData[typeof kind]>): Promise<JobResult> => {
        const isLastTry = job.retryCount >= job.retryLimit;
        try {
          await handle(job.data, { tries: job.retryCount + 1, isLastTry });
          return { id: job.id, status: 'completed' };
        } catch (error) {
          log.warn({ err: error, job: job.id, kind }, 'a job failed');
          return { id: job.id, status: 'failed' };
        }
      };
      const options = {
        includeMetadata: true,
        perJobResults: true,
        // One wake-up may stand for many jobs, as PostgreSQL sends equal ones of a transaction once.
        batchSize: 10,
        burstWhenBatchFull: true,
        // For jobs that are due again; new ones wake the worker.
        notifyPollingIntervalSeconds: 10,
      } as const;
      await boss.work<JobData[typeof kind], void, typeof options>(kind, options, (jobs) =>
        Promise.all(jobs.map(attempt)),
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
