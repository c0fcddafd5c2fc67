import type { ClientClock } from './ports.ts';
import type { LiveState, Waiting } from './state.ts';

/** An answer usually takes some ms. One that takes so long, ms, is worth a word: people would think it is done. */
const PATIENCE = 2_000;

export interface Lateness {
  readonly look: (state: LiveState) => void;
  readonly stop: () => void;
}

/** Notices that a connection is there and the oldest command gets no answer over it. */
export function createLateness(clock: ClientClock, say: (isLate: boolean) => void): Lateness {
  let oldest: Waiting | null = null;
  let cancel = (): void => undefined;
  return {
    look: ({ status, waiting }) => {
      const now = status.is === 'live' ? (waiting[0] ?? null) : null;
      if (now === oldest) return;
      oldest = now;
      cancel();
      say(false);
      if (now) cancel = clock.after(PATIENCE, () => say(true));
    },
    stop: () => cancel(),
  };
}
