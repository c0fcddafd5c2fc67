import type { ClientClock } from './ports.ts';

/** After so much silence we ask whether the server is there, ms. */
const SILENCE = 10_000;
/** And after so much more we no longer believe it, ms. */
const DEADLINE = 4_000;
/** The deadline when there is reason to doubt: the device slept, the network changed. */
const SHORT_DEADLINE = 2_500;
/** A timer that comes so late, ms, means that the device slept, and proves nothing about the server. */
const SLEPT = 5_000;

export interface WatchEvents {
  readonly ping: () => unknown;
  readonly dead: () => unknown;
}

/** Notices a connection that looks open but is not: silence, then an unanswered question. */
export interface Watch {
  readonly start: () => void;
  readonly stop: () => void;
  readonly heard: () => void;
  /** Asks now. */
  readonly doubt: () => void;
}

export function createWatch(clock: ClientClock, on: WatchEvents): Watch {
  let cancel = (): void => undefined;
  let heardAt = 0;
  let isAnswered = true;

  function wait(): void {
    cancel();
    const from = heardAt;
    cancel = clock.after(Math.max(0, from + SILENCE - clock.now()), () => {
      // Heard meanwhile: wait for the rest of the silence. Cheaper than a new timer for each message.
      if (heardAt > from) wait();
      else ask(DEADLINE);
    });
  }

  function ask(deadline: number): void {
    cancel();
    const askedAt = clock.now();
    isAnswered = false;
    on.ping();
    cancel = clock.after(deadline, () => {
      if (isAnswered) wait();
      else if (clock.now() - askedAt > deadline + SLEPT) ask(SHORT_DEADLINE);
      else on.dead();
    });
  }

  return {
    start: () => {
      heardAt = clock.now();
      wait();
    },
    stop: () => cancel(),
    heard: () => {
      heardAt = clock.now();
      isAnswered = true;
    },
    doubt: () => ask(SHORT_DEADLINE),
  };
}
