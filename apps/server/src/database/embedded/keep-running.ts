import type { Logger } from 'pino';
import type { Embedded } from './embedded.ts';

/** Looked at so often, ms. */
const EVERY = 1_000;
/** The longest pause after attempts that failed, ms: a full disk has no room for a while. */
const LONGEST = 10_000;

/**
 * Starts PostgreSQL again when it has ended though nobody stopped it: it was killed for its memory, or
 * gave up because the disk was full. Who is connected connects again by themselves.
 * @param start it, or attach to the one that somebody else has started meanwhile
 * @returns how to stop it
 */
export function keepRunning(
  first: Embedded,
  start: () => Promise<Embedded>,
  log: Logger,
): { readonly present: () => Embedded; readonly leave: () => Promise<void> } {
  let present = first;
  let isOver = false;
  let failures = 0;
  let starting: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    if (present.isRunning()) return;
    log.error('PostgreSQL has ended, and is started again');
    try {
      present = await start();
      failures = 0;
    } catch (error) {
      failures++;
      log.error({ err: error }, 'PostgreSQL could not be started again yet');
    }
  };
  const again = (): void => {
    timer = setTimeout(
      () => {
        starting = look().then(() => {
          if (!isOver) again();
        });
      },
      Math.min(LONGEST, EVERY * 2 ** failures),
    ).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  again();
  return {
    present: () => present,
    leave: async () => {
      isOver = true;
      clearTimeout(timer);
      await starting;
    },
  };
}
