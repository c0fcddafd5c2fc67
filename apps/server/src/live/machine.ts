import { randomBytes, randomInt } from 'node:crypto';
import type { Chance, Clock } from '@rondo/live/room';
import type { Id } from '@rondo/meeting';

/** The clock of this machine. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  // Runs when this turn's sockets have all been read.
  soon: (run) => {
    setImmediate(run);
  },
};

const RANGE = 2 ** 47;

/** Chance that nobody can foresee, also not from earlier draws: it shuffles what must stay anonymous. */
export const machineChance: Chance = {
  random: () => randomInt(RANGE) / RANGE,
  id: newId,
};

/** 128 random bits in 22 characters. */
export function newId<B extends string>(): Id<B> {
  for (;;) {
    const id = randomBytes(16).toString('base64url');
    // Ids begin with a letter or digit; the brand only tells kinds apart.
    if (/^[^_-]/.test(id)) return id as Id<B>;
  }
}
