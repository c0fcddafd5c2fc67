import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderAfterAll, orderBehind, orders, sorted } from './order.ts';

const keysOf = (things: Record<string, { order: string }>): string[] =>
  sorted(things).map(([key]) => key);

describe('an order', () => {
  test('of equals is decided by id, whatever the order of the keys', () => {
    expect(keysOf({ b: { order: 'a0' }, a: { order: 'a0' }, c: { order: 'Zz' } })).toEqual([
      'c',
      'a',
      'b',
    ]);
  });

  test('behind all is the last', () => {
    const things: Record<string, { order: string }> = {};
    for (const key of ['c', 'a', 'b']) things[key] = { order: orderAfterAll(things) };
    expect(keysOf(things)).toEqual(['c', 'a', 'b']);
  });

  test('behind another puts a thing there, after any number of moves and with ties', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const move = fc.record({
      what: fc.constantFrom(...names),
      behind: fc.constantFrom(null, ...names),
    });
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
        fc.array(move),
        (ties, moves) => {
          const some = orders(3);
          const things = Object.fromEntries(
            names.map((name, i) => [name, { order: some[ties[i]!]! }]),
          );
          for (const { what, behind } of moves) {
            if (what === behind) continue;
            things[what] = { order: orderBehind(things, behind, what) };
            const all = keysOf(things);
            const place = all.indexOf(what);
            const isThere = behind === null ? place === 0 : place > all.indexOf(behind);
            expect(isThere, `${what} behind ${behind} in ${all.join()}`).toBe(true);
          }
          // Without ties, it is exactly the next.
          const [first, second] = keysOf(things);
          const distinct =
            new Set(Object.values(things).map(({ order }) => order)).size === names.length;
          if (!distinct) return;
          things[second!] = { order: orderBehind(things, null, second!) };
          things[first!] = { order: orderBehind(things, second!, first!) };
          expect(keysOf(things).slice(0, 2)).toEqual([second, first]);
        },
      ),
    );
  });
});
