import { expect, test } from 'vitest';
import { hueColour, hueOf, hueStyle, promptHues } from './hue.ts';

test('the same seed has the same hue on every screen', () => {
  expect(hueOf('person-1')).toBe(hueOf('person-1'));
});

test('many people are spread over all hues', () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 1000; index++) {
    const hue = hueOf(`person-${index}`);
    counts.set(hue, (counts.get(hue) ?? 0) + 1);
  }
  expect(counts.size).toBe(promptHues.length);
  expect(Math.max(...counts.values())).toBeLessThan(200);
});

test('a phase and a prompt take their colour from different palettes', () => {
  expect(hueColour('collect')).toBe('var(--hue-collect)');
  expect(hueColour('moss')).toBe('var(--prompt-moss)');
  expect(hueStyle(undefined)).toBeUndefined();
});
