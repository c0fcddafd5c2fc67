import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { phaseHues, promptHues } from './src/hue.ts';

// Read as a file: Vitest leaves stylesheets empty when they are imported.
const tokens = readFileSync(new URL('src/tokens.css', import.meta.url), 'utf8');

type Side = 'light' | 'dark';
type Colours = Map<string, Record<Side, string>>;

/** The colour pairs of one rule: `--ink: light-dark(#211d19, #f2ece2)`. */
function coloursOf(selector: string): Colours {
  const start = tokens.indexOf(`\n${selector} {`);
  const body = tokens.slice(start, tokens.indexOf('\n}', start));
  const found: Colours = new Map();
  for (const [, name, light, dark] of body.matchAll(
    /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
  )) {
    found.set(name!, { light: light!, dark: dark! });
  }
  return found;
}

const board = coloursOf(':root');
const hand: Colours = new Map([...board, ...coloursOf('[data-inverse]')]);
const upright: Colours = new Map([...hand, ...coloursOf('[data-upright]')]);

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const hues = [...phaseHues.map((hue) => `hue-${hue}`), ...promptHues.map((hue) => `prompt-${hue}`)];
const texts = ['ink', 'ink-2', 'ink-3', 'accent-ink', 'danger', 'ok', 'warn', 'info'];
const grounds = ['paper', 'surface', 'sunken', 'raised', 'card'];

function tooFaint(
  colours: Colours,
  fronts: readonly string[],
  backs: readonly string[],
  least: number,
): string[] {
  return fronts.flatMap((front) =>
    backs.flatMap((back) =>
      (['light', 'dark'] as const).flatMap((side) => {
        const ratio = contrast(colours.get(front)![side], colours.get(back)![side]);
        return ratio < least ? [`${front} on ${back}, ${side}: ${ratio.toFixed(2)}`] : [];
      }),
    ),
  );
}

test('black on white has the highest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('every text is readable on every ground of the board', () => {
  const inks = [...texts, ...hues.map((hue) => `${hue}-ink`)];
  expect(tooFaint(board, inks, grounds, 4.5)).toEqual([]);
});

test('every text is readable in the hand', () => {
  const inks = [...texts, ...hues.map((hue) => `${hue}-ink`)];
  expect(tooFaint(hand, inks, ['paper', 'surface'], 4.5)).toEqual([]);
});

test('a card that lies in the hand has the colours of the board', () => {
  expect(coloursOf('[data-inverse]').size).toBeGreaterThan(0);
  for (const name of coloursOf('[data-inverse]').keys()) {
    expect(upright.get(name)).toEqual(board.get(name));
  }
});

test('text on a fill is readable: the primary button, danger, a chosen chip, an avatar', () => {
  expect(tooFaint(board, ['paper'], ['ink', 'ink-2'], 4.5)).toEqual([]);
  expect(tooFaint(board, ['on-danger'], ['danger'], 4.5)).toEqual([]);
  const fills = hues.map((hue) => `${hue}-ink`);
  expect(tooFaint(board, ['card', 'paper'], fills, 4.5)).toEqual([]);
  expect(tooFaint(hand, ['paper'], fills, 4.5)).toEqual([]);
});

test('words about how things stand are readable on their own wash', () => {
  for (const tone of ['danger', 'ok', 'warn', 'info']) {
    expect(tooFaint(board, [tone, 'ink'], [`${tone}-wash`], 4.5)).toEqual([]);
  }
});

test('lines, rings, borders of controls and the focus ring can be told from the ground', () => {
  const lines = [...hues, 'line-strong', 'focus', 'accent'];
  expect(tooFaint(board, lines, ['paper', 'surface', 'card'], 3)).toEqual([]);
  expect(tooFaint(hand, ['line-strong', 'focus'], ['paper', 'surface'], 3)).toEqual([]);
});

test('every named hue has a line and an ink', () => {
  for (const hue of hues) {
    expect(board.has(hue)).toBe(true);
    expect(board.has(`${hue}-ink`)).toBe(true);
  }
});
