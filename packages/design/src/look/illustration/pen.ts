import { hash, hueColour, type Hue } from '../../hue.ts';

export const width = 320;
export const height = 200;

/** What a composition draws with: the activity's colours, and chances that fall the same every time. */
export type Pen = {
  /** The n-th of the activity's hues, going round. */
  hue: (index: number) => string;
  /** A fine hatch in that hue: the back of a card. */
  hatch: (index: number) => string;
  ink: string;
  sheet: string;
  ground: string;
  line: string;
  between: (low: number, high: number) => number;
  oneOf: <Choice>(...choices: readonly [Choice, ...Choice[]]) => Choice;
  isLikely: (share: number) => boolean;
};

/** A pen whose chances come from the seed alone. `id` names the hatch patterns in the document. */
export function makePen(seed: string, hues: readonly Hue[], id: string): Pen {
  const next = chance(hash(seed));
  const at = (index: number) => index % Math.max(1, hues.length);
  return {
    hue: (index) => hueColour(hues[at(index)] ?? 'collect'),
    hatch: (index) => `url(#${id}-${at(index)})`,
    ink: 'var(--ink)',
    sheet: 'var(--illustration-sheet)',
    ground: 'var(--illustration-ground)',
    line: 'var(--illustration-line)',
    between: (low, high) => low + next() * (high - low),
    oneOf: (...choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
    isLikely: (share) => next() < share,
  };
}

/** Mulberry32: small, fast, and good enough to place a ring. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number short enough for markup. */
export function short(value: number): number {
  return Math.round(value * 10) / 10;
}

export type Point = { x: number; y: number };

export function onCircle(centre: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return {
    x: short(centre.x + radius * Math.cos(angle)),
    y: short(centre.y + radius * Math.sin(angle)),
  };
}

/** An arc from one angle to another, in degrees, clockwise from three o'clock. */
export function arc(centre: Point, radius: number, from: number, to: number): string {
  const start = onCircle(centre, radius, from);
  const end = onCircle(centre, radius, to);
  const isLong = Math.abs(to - from) > 180 ? 1 : 0;
  return `M${start.x} ${start.y}A${short(radius)} ${short(radius)} 0 ${isLong} 1 ${end.x} ${end.y}`;
}

export function times<Made>(count: number, make: (index: number) => Made): Made[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
