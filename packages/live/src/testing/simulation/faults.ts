/** How bad the world is. Chances are "once in"; `Infinity` is never. */
export interface Faults {
  /** A message between two nodes is lost, doubled, or late by up to so many ms. */
  hintLost: number;
  hintDoubled: number;
  hintLate: number;
  /** A frame takes up to so many ms from one end to the other. */
  latency: number;
  /** A command arrives twice. */
  sentTwice: number;
  /** An attempt to connect fails. */
  refused: number;
  /** A connection breaks with a message on its way; or it hangs: open, and nothing gets through. */
  broken: number;
  hanging: number;
  /** The log takes up to so many ms. */
  logLatency: number;
  /** The log fails before it has done anything; or does it, and the answer is lost. */
  logFails: number;
  logUnsure: number;
}

export const NO_FAULTS: Faults = {
  hintLost: Infinity,
  hintDoubled: Infinity,
  hintLate: 1,
  latency: 1,
  sentTwice: Infinity,
  refused: Infinity,
  broken: Infinity,
  hanging: Infinity,
  logLatency: 2,
  logFails: Infinity,
  logUnsure: Infinity,
};

export const BAD_DAY: Faults = {
  hintLost: 4,
  hintDoubled: 10,
  hintLate: 800,
  latency: 150,
  sentTwice: 12,
  refused: 6,
  broken: 150,
  hanging: 400,
  logLatency: 40,
  logFails: 25,
  logUnsure: 25,
};
