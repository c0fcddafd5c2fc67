import { expect, test } from 'vitest';
import { packed, unpacked } from './link.ts';

test('a file comes out of a link as it went in', async () => {
  const yaml = 'name: { en: Sailboat, de: Segelboot – “Übung” 🚢 }\n'.repeat(200);
  const data = await packed(yaml);
  expect(data).toMatch(/^[\w-]+$/u);
  expect(data.length).toBeLessThan(yaml.length / 10);
  expect(await unpacked(data)).toBe(yaml);
});

test('what was cut or is no link is nothing', async () => {
  const data = await packed('name: Sailboat\n'.repeat(50));
  expect(await unpacked(data.slice(0, -8))).toBeNull();
  expect(await unpacked('not a link!')).toBeNull();
});

test('a link that unfolds to far more than an activity is nothing', async () => {
  expect(await unpacked(await packed('x'.repeat(5_000_000)))).toBeNull();
});
