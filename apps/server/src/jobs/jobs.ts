import { setTimeout as pause } from 'node:timers/promises';
import { fromKysely, PgBoss, type JobResult, type JobWithMetadata } from 'pg-boss';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import { jobKinds, type JobData, type JobKind } from './kinds.ts';

/** Work that happens after the answer, at least once each, surviving restarts. */
export interface Jobs {
  /** Adds a job in the transaction of its cause: both happen or neither. */
  readonly add: <Kind extends JobKind>(
    kind: Kind,
    data: JobData[Kind],
    tx: Db,
    /** Not before; without: as soon as may be. */
    startAfter?: Date | null,
  ) => Promise<void>;
  /** Does jobs of a kind; a rejection has the job tried again later, as its kind says. */
  readonly work: <Kind extends JobKind>(
    kind: Kind,
    handle: (data: JobData[Kind], job: { tries: number; isLastTry: boolean }) => Promise<void>,
  ) => Promise<void>;
  readonly figures: () => Promise<JobFigures>;
  /** Lets jobs that run finish, for 10 s at most. */
  readonly stop: () => Promise<void>;
}

/** By kind. */
export interface JobFigures {
  readonly done: ReadonlyMap<string, number>;
  readonly failed: ReadonlyMap<string, number>;
  readonly running: ReadonlyMap<string, number>;
  /** For any server to do; empty while the database does not say. */
  readonly waiting: ReadonlyMap<string, number>;
}

/** Connections to the database that jobs take: for work, and one that is told of new jobs. */
export const JOB_CONNECTIONS = 4;

/** Figures are not worth waiting longer for the database, ms. */
const PATIENCE_MS = 1_000;

/** Starts pg-boss, in a schema of its own that it keeps up to date itself. */
export async function startJobs(url: string, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'rondo jobs',
    max: JOB_CONNECTIONS - 1,
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
  const none = (): Map<string, number> => new Map(Object.keys(jobKinds).map((kind) => [kind, 0]));
  const [done, failed, running] = [none(), none(), none()];
  const count = (counts: Map<string, number>, kind: JobKind, change = 1): unknown =>
    counts.set(kind, (counts.get(kind) ?? 0) + change);

  return {
    add: async (kind, data, tx, startAfter = null) => {
      await boss.send(kind, data, { db: fromKysely(tx), ...(startAfter && { startAfter }) });
    },
    work: async (kind, handle) => {
      const attempt = async (job: JobWithMetadata<JobData[typeof kind]>): Promise<JobResult> => {
        const isLastTry = job.retryCount >= job.retryLimit;
        count(running, kind);
        try {
          await handle(job.data, { tries: job.retryCount + 1, isLastTry });
          count(done, kind);
          return { id: job.id, status: 'completed' };
        } catch (error) {
          count(failed, kind);
          log.warn({ err: error, job: job.id, kind }, 'a job failed');
          return { id: job.id, status: 'failed' };
        } finally {
          count(running, kind, -1);
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
    figures: async () => {
      const queues = boss.getQueues(Object.keys(jobKinds)).catch(() => []);
      const late = pause(PATIENCE_MS, [], { ref: false });
      const known = await Promise.race([queues, late]);
      return {
        done,
        failed,
        running,
        waiting: new Map(known.map(({ name, queuedCount }) => [name, queuedCount])),
      };
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
