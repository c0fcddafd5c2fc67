import type { Id } from '@rondo/meeting';
import { seeded } from '@rondo/meeting/testing';

/** Everything random in a test, from one seed. */
export interface Chance {
  /** A whole number from 0 to `n - 1`. */
  readonly below: (n: number) => number;
  /** True once in `n` times. */
  readonly oneIn: (n: number) => boolean;
  /** One of them; undefined where there is none. */
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  /** A new id; no two are the same. */
  readonly id: <Brand extends string>() => Id<Brand>;
  /**
   * A text that no other call gives. It holds a marker (see `markersIn`), so that a test finds it
   * wherever it turns up.
   */
  readonly text: () => string;
}

const MARKER = /mark-[a-z0-9]+-x/g;

/** The markers of all texts of people in a frame or document. */
export const markersIn = (text: string): string[] => text.match(MARKER) ?? [];

const WORDS = [
  'deploys',
  'are',
  'slow',
  'but',
  'the',
  'coffee',
  'is',
  'fine',
  'größer',
  '👩‍💻',
  '"quoted"',
  '# not a title',
];

export function chanceOf(seed: number): Chance {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const unique = (): string => `${below(2 ** 32).toString(36)}${below(2 ** 32).toString(36)}`;
  return {
    below,
    oneIn: (n) => below(n) === 0,
    pick,
    // Any string of this shape is an id; the brand only tells kinds apart.
    id: <Brand extends string>() => `i${unique()}` as Id<Brand>,
    text: () => `${pick(WORDS)} ${pick(WORDS)} mark-${unique()}-x`,
  };
}
