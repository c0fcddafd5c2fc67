import type { Id, ParticipantId } from '../ids.ts';
import type { World } from '../phase-kind.ts';

/** A reproducible source of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A world whose chance comes from a seed; tests print the seed. */
export function testWorld(
  seed = 1,
  now = 1_767_225_600_000,
  present: Iterable<ParticipantId> = [],
): World {
  const random = seeded(seed);
  return {
    now,
    random,
    // Any string of this shape is an id; the brand only tells kinds apart.
    id: <B extends string>() =>
      Math.floor(random() * 2 ** 48)
        .toString(36)
        .padStart(10, '0') as Id<B>,
    present: new Set(present),
  };
}
