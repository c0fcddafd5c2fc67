import type { CSSProperties } from 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties are set like any other. */
    [property: `--${string}`]: string | number | undefined;
  }
}

export const phaseHues = [
  'icebreaker',
  'collect',
  'group',
  'vote',
  'discuss',
  'wrap-up',
  'estimate',
  'respond',
  'updates',
  'agenda',
  'rate',
  'poll',
  'rank',
  'appreciate',
  'review',
  'breakout',
  'report',
] as const;

export const promptHues = [
  'moss',
  'clay',
  'sky',
  'amber',
  'plum',
  'teal',
  'rose',
  'slate',
  'olive',
  'indigo',
] as const;

export type PhaseHue = (typeof phaseHues)[number];
export type PromptHue = (typeof promptHues)[number];
export type Hue = PhaseHue | PromptHue;

const prompts: ReadonlySet<string> = new Set(promptHues);

/** The custom property of a hue: `var(--hue-collect)`, `var(--prompt-moss)`. */
export function hueColour(hue: Hue): string {
  return prompts.has(hue) ? `var(--prompt-${hue})` : `var(--hue-${hue})`;
}

/** The same hue, dark (or light) enough to be read as text on every ground. */
export function hueInk(hue: Hue): string {
  return prompts.has(hue) ? `var(--prompt-${hue}-ink)` : `var(--hue-${hue}-ink)`;
}

/** Sets `--h` and `--h-ink` for an element and all in it; nothing without a hue. */
export function hueStyle(hue: Hue | undefined): CSSProperties | undefined {
  if (!hue) return undefined;
  return { '--h': hueColour(hue), '--h-ink': hueInk(hue) };
}

const seats: readonly PromptHue[] = [
  'moss',
  'sky',
  'plum',
  'clay',
  'teal',
  'indigo',
  'rose',
  'olive',
  'amber',
  'slate',
];

/** A stable hue for any string, the same on every screen: whoever has this seed always has this hue. */
export function hueOf(seed: string): PromptHue {
  return seats[hash(seed) % seats.length] ?? 'slate';
}

/** FNV-1a, 32 bit: spreads short strings such as ids and names evenly enough for ten hues. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 15;
  return value >>> 0;
}
