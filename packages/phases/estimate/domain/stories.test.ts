import { sorted } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { start, enter, act, story, add, state, at } from '../testing/table.ts';

describe('stories', () => {
  test('are up to fifty, ten in one go, all of them or none', () => {
    const s = start({}, []);
    const some = (from: number, count: number) =>
      act(s, 'addStories', {
        stories: Array.from({ length: count }, (_, n) => story(`s${from + n}`)),
      });
    expect(some(0, 11)).toBe('bad-arguments');
    for (let n = 0; n < 40; n += 10) expect(some(n, 10)).toBeNull();
    expect(some(40, 9)).toBeNull();
    expect(some(50, 2)).toBe('full');
    expect(Object.keys(state(s).stories)).toHaveLength(49);
    expect(some(0, 1)).toBe('exists');
    expect(some(49, 1)).toBeNull();
  });

  test('are taken from open tasks, each once', () => {
    const task = { id: 't1', text: 'Old promise', owner: null, ownerName: null, due: null };
    const brought = { tasks: [{ ...task, meeting: 'Retro', since: 0 }], agenda: [] };
    const s = start({}, [], brought);
    expect(state(s).offers).toHaveLength(1);
    expect(act(s, 'addStories', { stories: [story('a', 't1')] })).toBeNull();
    expect(act(s, 'addStories', { stories: [story('b', 't1')] })).toBe('exists');
    expect(act(s, 'addStories', { stories: [story('b', 't2')] })).toBe('not-found');
  });

  test('are changed by their maker and the facilitator, and moved by the latter', () => {
    const s = start();
    const [ann, bo] = [enter(s, 'Ann'), enter(s, 'Bo')];
    add(s, 'd', ann);
    const edit = { ...story('d'), title: 'Better' };
    expect(act(s, 'editStory', edit, bo)).toBe('not-yours');
    expect(act(s, 'editStory', edit, ann)).toBeNull();
    expect(act(s, 'editStory', edit)).toBeNull();
    expect(act(s, 'moveStory', { story: 'd', behind: null }, ann)).toBe('not-facilitator');
    expect(act(s, 'moveStory', { story: 'd', behind: null })).toBeNull();
    expect(sorted(state(s).stories).map(([id]) => id)).toEqual(['d', 'a', 'b', 'c']);
    expect(act(s, 'moveStory', { story: 'd', behind: 'd' })).toBe('not-found');
  });

  test('go with their picks, but not with what others have said about them', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    const say = { id: 'm1', story: 'b', text: 'Careful', parent: null, mentions: [] };
    expect(act(s, 'addComment', say, ann)).toBeNull();
    expect(act(s, 'removeStory', { id: 'b' })).toBe('stale');
    expect(act(s, 'removeStory', { id: 'a' })).toBeNull();
    expect(state(s).at).toEqual(at('b'));
    act(s, 'deleteComment', { id: 'm1' }, ann);
    act(s, 'removeStory', { id: 'b' });
    act(s, 'removeStory', { id: 'c' });
    expect(state(s)).toMatchObject({ stories: {}, at: null });
    add(s, 'd');
    expect(state(s).at).toEqual(at('d'));
  });
});

describe('the outcome', () => {
  test('has each story with its scores, best first where there is a figure', () => {
    const s = start({
      dimensions: [
        { id: 'value', name: 'Value' },
        { id: 'size', name: 'Size', scale: { values: ['1', '2', '4'] } },
      ],
      figure: { name: 'Worth', way: 'sum', of: ['value'], per: 'size' },
    });
    const ann = enter(s, 'Ann');
    for (const [who, value] of [
      [ann, '5'],
      [s.host, '?'],
    ] as const)
      act(s, 'pick', { ...at('a', 'value'), round: 1, value }, who);
    for (const [id, value, size] of [
      ['a', '5', '4'],
      ['b', '8', '2'],
    ]) {
      act(s, 'setScore', { ...at(id, 'value'), score: value });
      act(s, 'setScore', { ...at(id, 'size'), score: size });
    }
    const say = { id: 'm1', story: 'b', text: 'Careful', parent: null, mentions: [] };
    act(s, 'addComment', say, ann);
    s.end();
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      {
        as: 'estimates',
        dimensions: [{ id: 'value' }, { id: 'size' }],
        figure: 'Worth',
        stories: [
          {
            title: 'Story b',
            figure: 4,
            results: [{ score: '8' }, { score: '2' }],
            comments: [{ text: 'Careful', by: 'Ann' }],
          },
          {
            title: 'Story a',
            figure: 1.25,
            results: [
              {
                score: '5',
                rounds: 1,
                spread: [
                  { value: '5', count: 1 },
                  { value: '?', count: 1 },
                ],
              },
              { score: '4', rounds: 0, spread: [] },
            ],
          },
          { title: 'Story c', figure: null },
        ],
      },
    ]);
  });
});

describe('settings', () => {
  test('have one to twelve dimensions, each with a scale of two to thirty short values', () => {
    const values = (values: string[]) => ({
      dimensions: [{ id: 'x', name: 'X', scale: { values } }],
    });
    for (const bad of [
      { dimensions: [] },
      { dimensions: Array.from({ length: 13 }, (_, n) => ({ id: `d${n}`, name: 'x' })) },
      {
        dimensions: [
          { id: 'x', name: 'X' },
          { id: 'x', name: 'Y' },
        ],
      },
      { dimensions: [{ id: 'x', name: 'X', scale: 'none' }] },
      values(['1']),
      values(['1', '1']),
      values(['1', '?']),
      values(['1', 'Pass']),
      values(['1', 'much too long']),
      values(Array.from({ length: 31 }, (_, n) => `${n}`)),
      { figure: { name: 'x', way: 'sum', of: ['none'] } },
    ])
      expect(() => start(bad), JSON.stringify(bad)).toThrow(/dimensions|figure/);
    expect(() => start(values(['low', 'high']))).not.toThrow();
  });
});
