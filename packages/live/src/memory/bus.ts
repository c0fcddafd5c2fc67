import type { Bus, Clock, Hint } from '../room/ports.ts';

/** What becomes of one hint on its way to one listener: when it arrives, ms from now; empty: it is lost. */
export type Fate = () => readonly number[];

/** Connects the nodes of one process; each takes a bus of its own, which does not hear itself. */
export interface Hub {
  bus(): Bus;
}

/** Every hint arrives at once. */
export const perfectHub = (clock: Clock): Hub => hub(clock, () => [0]);

/** Hints arrive as fate has it: late, twice, or never. */
export const lossyHub = (clock: Clock, fate: Fate): Hub => hub(clock, fate);

function hub(clock: Clock, fate: Fate): Hub {
  const listeners = new Set<{ bus: Bus; listen: (hint: Hint) => void }>();
  return {
    bus: () => {
      const bus: Bus = {
        publish: (hint) => {
          // A copy: nodes share texts on a bus, never objects.
          const text = JSON.stringify(hint);
          for (const listener of listeners) {
            if (listener.bus === bus) continue;
            for (const ms of fate())
              clock.after(ms, () => {
                // Parsed from what was a hint a moment ago.
                if (listeners.has(listener)) listener.listen(JSON.parse(text) as Hint);
              });
          }
        },
        subscribe: (listen) => {
          const listener = { bus, listen };
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
      return bus;
    },
  };
}
