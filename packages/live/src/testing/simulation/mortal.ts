import type { Clock } from '../../room/index.ts';

/** One run of a process: when it is over, nothing planned in it happens any more. */
export interface Life {
  readonly isOver: () => boolean;
  readonly end: () => void;
  readonly clock: Clock;
  /** A promise from outside, which never comes back once this life is over. */
  readonly outside: <T>(promise: Promise<T>) => Promise<T>;
}

/** A run of a node or of a browser tab on the given time. `skew`: how wrong its clock is, ms. */
export function live(time: Clock, skew = 0): Life {
  let over = false;
  const alive =
    (run: () => void): (() => void) =>
    () => {
      if (!over) run();
    };
  return {
    isOver: () => over,
    end: () => {
      over = true;
    },
    clock: {
      now: () => time.now() + skew,
      after: (ms, run) => time.after(ms, alive(run)),
      soon: (run) => time.soon(alive(run)),
    },
    outside: (promise) =>
      new Promise((resolve, reject) => {
        promise.then(
          (value) => {
            if (!over) resolve(value);
          },
          (error: unknown) => {
            if (!over) reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      }),
  };
}
