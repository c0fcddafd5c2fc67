import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doc } from '../document.ts';
import type { MeetingId, ParticipantId } from '../ids.ts';
import { frozen } from '../testing/index.ts';
import { applied, applyInPlace, type Json } from './op.ts';
import { addTo, applyPatch, emptyPatch } from './patch.ts';
import { keysOf, peek, record } from './record.ts';

type Tree = { [key: string]: Json };

const keys = fc.constantFrom('a', 'b', 'c', 'd');
const { tree } = fc.letrec<{ tree: Tree; value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('x', 'y', null, true),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    tie('tree'),
  ),
  tree: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

type Write = { path: string[]; value: Json | undefined };
const writes = fc.array(
  fc.record<Write>({
    path: fc.array(keys, { minLength: 1, maxLength: 4 }),
    value: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 3 }), tree),
  }),
  { maxLength: 12 },
);

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes as a command would: into what is there, through the given root. */
function write(root: Tree, list: readonly Write[]): void {
  for (const { path, value } of list) {
    let at = root;
    for (const key of path.slice(0, -1)) {
      const next = at[key];
      if (!isTree(next)) break;
      at = next;
    }
    const last = path.at(-1)!;
    if (value === undefined) delete at[last];
    else at[last] = structuredClone(value);
  }
}

describe('a recorded change', () => {
  test('is what the same writes do to a copy, applied in place or onto a copy', () => {
    fc.assert(
      fc.property(tree, writes, (start, list) => {
        const expected = structuredClone(start);
        write(expected, list);
        const ops = record(frozen(structuredClone(start)), (draft) => write(draft, list));
        expect(applied(frozen(structuredClone(start)), ops)).toEqual(expected);
        const inPlace = structuredClone(start);
        applyInPlace(inPlace, structuredClone(ops));
        expect(inPlace).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test('can be read back through the draft while it is being made', () => {
    fc.assert(
      fc.property(tree, writes, (start, list) => {
        const expected = structuredClone(start);
        write(expected, list);
        record(frozen(structuredClone(start)), (draft) => {
          write(draft, list);
          expect(JSON.parse(JSON.stringify(draft))).toEqual(expected);
          expect(Object.keys(draft).sort()).toEqual(Object.keys(expected).sort());
          for (const key of ['a', 'b', 'c', 'd']) expect(key in draft).toBe(key in expected);
        });
      }),
    );
  });

  test('is undone by what applyInPlace returns', () => {
    fc.assert(
      fc.property(tree, writes, (start, list) => {
        const ops = record(structuredClone(start), (draft) => write(draft, list));
        const doc = structuredClone(start);
        const undo = applyInPlace(doc, structuredClone(ops));
        applyInPlace(doc, undo);
        expect(doc).toEqual(start);
      }),
    );
  });

  test('survives the wire: it is plain JSON', () => {
    fc.assert(
      fc.property(tree, writes, (start, list) => {
        const ops = record(structuredClone(start), (draft) => write(draft, list));
        expect(JSON.parse(JSON.stringify(ops))).toEqual(ops);
      }),
    );
  });

  test('leaves branches it does not touch as they are, by identity', () => {
    const start: Tree = { a: { b: 1 }, c: { d: 2 } };
    const next = applied(start, [[['a', 'b'], 2]]);
    expect(next.c).toBe(start.c);
    expect(next.a).not.toBe(start.a);
    expect(applied(start, [])).toBe(start);
  });

  test('holds nothing when a value is set to what it is', () => {
    expect(record({ a: 1, b: 'x' }, (draft) => Object.assign(draft, { a: 1, b: 'x' }))).toEqual([]);
    expect(record<Tree>({ a: 1 }, (draft) => delete draft.b)).toEqual([]);
  });

  test('treats undefined as absent and refuses what JSON cannot say', () => {
    expect(record<{ a?: number }>({ a: 1 }, (draft) => (draft.a = undefined))).toEqual([[['a']]]);
    for (const value of [Number.NaN, Infinity, () => 1, 1n]) {
      expect(() => record<Record<string, unknown>>({}, (draft) => (draft.a = value))).toThrow(
        TypeError,
      );
    }
  });

  test('does not take in what the given object becomes later', () => {
    const value = { n: 1 };
    const ops = record<Record<string, object>>({}, (draft) => {
      draft.a = value;
    });
    value.n = 2;
    expect(ops).toEqual([[['a'], { n: 1 }]]);
  });

  test('leaves nothing behind when the recipe throws', () => {
    const start = frozen({ a: { b: 1 } });
    expect(() =>
      record(start, (draft) => {
        draft.a.b = 2;
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(start).toEqual({ a: { b: 1 } });
  });

  test('can be looked through without a draft of each thing', () => {
    fc.assert(
      fc.property(tree, writes, (start, list) => {
        record(frozen(structuredClone(start)), (draft) => {
          for (const each of list) {
            write(draft, [each]);
            expect(keysOf(draft)).toEqual(Object.keys(draft));
            for (const key of keysOf(draft)) expect(peek(draft, key)).toEqual(draft[key]);
            expect(peek<string, Json>(draft, 'none')).toBeUndefined();
          }
        });
        expect(keysOf(start)).toEqual(Object.keys(start));
      }),
    );
  });

  test('that does not fit says so instead of guessing', () => {
    expect(() => applied({}, [[['a', 'b'], 1]])).toThrow('nothing at a');
    expect(() => applyInPlace({ a: [1] }, [[['a', 'b'], 1]])).toThrow('nothing at a');
  });
});

describe('a patch of a document', () => {
  const ann = 'ann' as ParticipantId;
  // Only the parts a patch names matter here.
  const doc = (): Doc =>
    ({
      board: { id: 'm' as MeetingId, name: 'one' },
      hands: {},
      ledger: { executed: {} },
    }) as never;

  test('is undone by the patch that applying it returns; a hand not there counts as empty', () => {
    const changed = doc();
    const undo = applyPatch(changed, {
      board: [[['name'], 'two']],
      hands: { [ann]: [[['phases', 'x'], { n: 1 }]] },
      ledger: [[['executed', ann], {}]],
    });
    expect(changed.hands[ann]).toEqual({ phases: { x: { n: 1 } } });
    expect(changed.board.name).toBe('two');
    applyPatch(changed, undo);
    expect(changed).toEqual({ ...doc(), hands: { [ann]: { phases: {} } } });
  });

  test('takes in a later one behind it', () => {
    const sum = emptyPatch();
    addTo(sum, { board: [[['name'], 'two']], hands: {}, ledger: [] });
    addTo(sum, {
      board: [[['name'], 'three']],
      hands: { [ann]: [[['phases', 'x'], {}]] },
      ledger: [],
    });
    const changed = doc();
    applyPatch(changed, sum);
    expect(changed.board.name).toBe('three');
    expect(changed.hands[ann]).toEqual({ phases: { x: {} } });
  });
});

describe('a patch that is applied before it is written down', () => {
  test('says what was done, whatever was done to the same thing later', () => {
    const root = { things: {} };
    const first = record(root, (draft: { things: Record<string, object> }) => {
      draft.things['a'] = { inner: { x: 1 } };
    });
    applyInPlace(root, first);
    const rest = [
      record(root, (draft) => {
        (draft as { things: { a: { inner: { x: number } } } }).things.a.inner.x = 2;
      }),
      [[['things', 'a', 'inner']]] as [[string[]]],
    ];
    for (const ops of rest) applyInPlace(root, ops);
    const replayed = { things: {} };
    applyInPlace(replayed, JSON.parse(JSON.stringify([first, ...rest].flat())) as typeof first);
    expect(replayed).toEqual(root);
    expect(first).toEqual([[['things', 'a'], { inner: { x: 1 } }]]);
  });

  test('knows the keys of large records after every change', () => {
    const many = fc.array(
      fc.tuple(fc.nat(60), fc.boolean()).map(([at, isThere]) => ({ key: `k${at}`, isThere })),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(many, (changes) => {
        const root: { things: Tree } = { things: {} };
        for (let at = 0; at < 40; at++) root.things[`k${at}`] = at;
        for (const { key, isThere } of changes) {
          expect(keysOf(root.things).toSorted()).toEqual(Object.keys(root.things).sort());
          const path = ['things', key];
          const undo = applyInPlace(root, [isThere ? [path, 1] : [path]]);
          record(root, (draft) => {
            expect(keysOf(draft.things).toSorted()).toEqual(Object.keys(root.things).sort());
          });
          if (key.endsWith('3')) applyInPlace(root, undo);
        }
      }),
    );
  });

  test('never sets what an object is', () => {
    const nasty = JSON.parse('{"__proto__":{"admin":true}}') as object;
    const write = (draft: Record<string, unknown>): void => {
      draft['a'] = nasty;
    };
    expect(() => record({}, write)).toThrow('__proto__');
    expect(() =>
      record({}, (draft: Record<string, unknown>) => {
        draft['__proto__'] = 'text';
      }),
    ).toThrow('__proto__');
  });
});
