import type { Logger } from 'pino';

/** How often what was noted goes to the database, ms: a process that is killed loses so much of the counts at most. */
const EVERY_MS = 10_000;

/** Writes regularly, one write at a time; also on demand, and a last time at the end. */
export function writeRegularly(write: () => Promise<void>, log: Logger) {
  let last: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    last = last.then(write).catch((error: unknown) => {
      log.warn({ err: error }, 'the counts wait for the database');
    });
    return last;
  };
  const timer = setInterval(() => void flush(), EVERY_MS);
  timer.unref();
  return {
    flush,
    stop: (): Promise<void> => {
      clearInterval(timer);
      return flush();
    },
  };
}
