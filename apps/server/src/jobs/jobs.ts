import { fromKysely, PgBoss } from 'pg-boss';
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
      await boss.work<JobData[typeof kind], void, { includeMetadata: true; batchSize: 1 }>(
        kind,
        { includeMetadata: true, batchSize: 1 },
        async ([job]) => {
          if (!job) return;
          try {
            const isLastTry = job.retryCount >= job.retryLimit;
            await handle(job.data, { tries: job.retryCount + 1, isLastTry });
          } catch (error) {
            log.warn({ err: error, job: job.id, kind }, 'a job failed');
            throw error;
          }
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
