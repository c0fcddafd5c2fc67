import { expect, test } from 'vitest';
import { phases } from './domain.ts';
import { outlines } from './outlines.ts';

test('what is told of every kind without loading it is what the kind itself says', () => {
  expect(Object.keys(outlines).sort()).toEqual(Object.keys(phases).sort());
  for (const [kind, outline] of Object.entries(outlines)) {
    expect(phases[kind]).toMatchObject(outline);
  }
});
