import type { Jobs } from '../jobs/jobs.ts';
import { deliverDue, type Ports } from './deliver.ts';

/** What was just told to be due is looked for after so long, ms; and what failed first comes back so soon. */
const SOON_MS = 50;
const AGAIN_MS = 6_000;

export interface Webhooks {
  /** There is something to pass on, or soon will be. */
  readonly soon: () => void;
  readonly stop: () => Promise<void>;
}

/** Passes on what others want to be told: at once where this server heard of it, else within a minute. */
export async function passOn(all: Omit<Ports, 'stopping'>, jobs: Jobs): Promise<Webhooks> {
  const stopping = new AbortController();
  const ports: Ports = { ...all, stopping: stopping.signal };
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  const timers = new Set<NodeJS.Timeout>();

  const run = (): Promise<void> => {
    if (stopping.signal.aborted) return Promise.resolve();
    if (running) {
      isAskedAgain = true;
      return running;
    }
    running = deliverDue(ports)
      .then((sent) => {
        if (sent > 0) later(AGAIN_MS);
      })
      .finally(() => {
        running = null;
        if (isAskedAgain) later(SOON_MS);
        isAskedAgain = false;
      });
    return running;
  };
  const later = (ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run().catch((error: unknown) => {
        ports.log.warn({ err: error }, 'could not pass on what has happened');
      });
    }, ms);
    timers.add(timer);
  };

  await jobs.work('webhooks', run);
  return {
    soon: () => later(SOON_MS),
    stop: async () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      // What failed is in the log already.
      await running?.catch(() => undefined);
    },
  };
}
