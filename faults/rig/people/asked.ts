import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../../deploy/testing/ask.ts';

export interface Asked {
  /** Stops asking; how many were answered, and what went wrong with the others. */
  readonly stop: () => Promise<{ answered: number; wrong: string[] }>;
}

const AT_ONCE = 2;

/**
 * Asks through a proxy without a pause, on a new connection each time, as people's browsers do who come.
 * `requests` of the upgrade asks the server itself, as proxies do.
 */
export function asking(url: string): Asked {
  let isOver = false;
  let answered = 0;
  const wrong: string[] = [];
  const askOn = async (): Promise<void> => {
    while (!isOver) {
      const problem = await ask(`${url}/health`).then(
        ({ status }) => (status === 200 ? undefined : `status ${status}`),
        (error: unknown) => String(error),
      );
      if (problem === undefined) answered++;
      else wrong.push(problem);
      await pause(20);
    }
  };
  const all = Array.from({ length: AT_ONCE }, askOn);
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(all);
      return { answered, wrong };
    },
  };
}
