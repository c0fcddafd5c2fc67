/** Values of a deck from the lowest to the highest. Each also has `UNSURE` and `PASS`. */
export const SCALES = {
  fibonacci: ['1', '2', '3', '5', '8', '13', '21', '34'],
  'modified-fibonacci': ['0', '0.5', '1', '2', '3', '5', '8', '13', '20', '40', '100'],
  't-shirt': ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  'five-fingers': ['1', '2', '3', '4', '5'],
  // The most urgent is the highest.
  priorities: ['P5', 'P4', 'P3', 'P2', 'P1', 'P0'],
  'powers-of-two': ['1', '2', '4', '8', '16', '32', '64'],
  hours: ['0.5', '1', '2', '4', '8', '16', '24', '40'],
} as const;
export type ScaleName = keyof typeof SCALES;

/** "I do not know": counts as an answer, but as no value. */
export const UNSURE = '?';
/** "Not me, this time": counts as an answer, but says nothing. */
export const PASS = 'pass';

/** A built-in scale by name, or one of the team's own. */
export type Scale = ScaleName | { values: string[] };

/** The values of a scale, lowest first, without `UNSURE` and `PASS`. */
export const valuesOf = (scale: Scale): readonly string[] =>
  typeof scale === 'string' ? SCALES[scale] : scale.values;

/** Everything that can be picked. */
export const deckOf = (scale: Scale): string[] => [...valuesOf(scale), UNSURE, PASS];
