import { expect, test } from 'vitest';
import { withDrawings, type Drawing } from './drawings.ts';
import { CATEGORIES } from './schema.ts';

test('an activity keeps the drawing it chose; the others get one that their neighbours have not', () => {
  for (const category of CATEGORIES) {
    const chosen = { category, drawing: 'fan' satisfies Drawing } as const;
    const free = { category };
    const drawn = withDrawings<{ category: typeof category; drawing?: Drawing }>([
      chosen,
      free,
      free,
      free,
    ]).map(({ drawing }) => drawing);
    expect(drawn[0]).toBe('fan');
    expect(drawn).not.toContain(undefined);
    expect(new Set(drawn.slice(1)).size).toBe(3);
  }
});

test('a category’s drawings do not depend on what is in the others', () => {
  const decision = { category: 'decision' } as const;
  const [alone] = withDrawings([decision]);
  const [, , among] = withDrawings<{ category: (typeof CATEGORIES)[number]; drawing?: Drawing }>([
    { category: 'feedback' },
    { category: 'standup' },
    decision,
  ]);
  expect(among).toEqual(alone);
});
