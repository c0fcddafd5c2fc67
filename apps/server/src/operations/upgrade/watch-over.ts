import type { Logger } from 'pino';
import type { Successor } from './spawn-successor.ts';

export interface Watch {
  /**
   * We have sent everybody on and are about to end. Answers why the next one is not there any more, when
   * another serves in its place; undefined: it is there, and goes on without us.
   */
  readonly over: () => Promise<string | undefined>;
}

/**
 * Looks after the server that has taken over for as long as we are there ourselves. Should it die in
 * this time, our own release is started once more: it opens the port anew, and people go there.
 * @param start starts a server of our own release
 */
export function watchOver(next: Successor, start: () => Successor, log: Logger): Watch {
  let isOver = false;
  let replacing: Promise<string> | undefined;
  void next.died.then(() => {
    if (!isOver) replacing = replace(next.pid, start, log);
  });
  return {
    over: async () => {
      isOver = true;
      if (!replacing) next.release();
      return replacing;
    },
  };
}

async function replace(pid: number, start: () => Successor, log: Logger): Promise<string> {
  const why = `It ended right after it had taken over (process ${pid}). What it said is where this server writes its log.`;
  log.error({ pid }, 'the process that has taken over has ended, this release starts again');
  let again: Successor | undefined;
  try {
    again = start();
    await again.ready;
    await again.takeOver(undefined);
    again.release();
    return why;
  } catch (error) {
    await again?.end();
    log.error({ err: error }, 'nor could this release start again');
    const reason = error instanceof Error ? error.message : String(error);
    return `${why} Nor could this release start again: ${reason}`;
  }
}
