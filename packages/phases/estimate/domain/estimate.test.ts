import type { Brought, ParticipantId, Registry } from '@rondo/meeting';
import { sorted } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { deckOf, estimate, type Ballot, type EstimateState } from './index.ts';

const registry: Registry = { seed: seedKind, estimate };

/** A meeting with stories a, b and c, being estimated in one dimension unless the settings say otherwise. */
function start(settings: object = {}, stories = ['a', 'b', 'c'], brought?: Brought): Sitting {
  const flow = [{ kind: 'estimate', settings }, 'seed'];
  const s = sitting(registry, flow, { ...(brought && { brought }) });
  s.present.add(s.host);
  for (const id of stories) add(s, id);
  return s;
}
const enter = (s: Sitting, name: string): ParticipantId => {
  const person = s.enter(name);
  s.present.add(person);
  return person;
};
const act = (s: Sitting, name: string, args: object, who = s.host) =>
  s.refusal(who, 'estimate', name, args);
const story = (id: string, task: string | null = null) => ({
  id,
  title: `Story ${id}`,
  link: null,
  description: '',
  acceptance: '',
  task,
});
const add = (s: Sitting, id: string, who = s.host) =>
  act(s, 'addStories', { stories: [story(id)] }, who);
const state = (s: Sitting) => s.phaseOf('estimate').state as EstimateState;
const ballot = (s: Sitting, id = 'a', dimension = 'effort'): Ballot | undefined =>
  state(s).stories[id as never]?.['ballots'][dimension];
const at = (id = 'a', dimension = 'effort') => ({ story: id, dimension });
const pick = (s: Sitting, who: ParticipantId, value: string | null, id = 'a', round = 1) =>
  act(s, 'pick', { ...at(id), round, value }, who);
const reveal = (s: Sitting, id = 'a', round = 1, who = s.host) =>
  act(s, 'reveal', { which: { ...at(id), round } }, who);
const whenAll = (s: Sitting, id = 'a', round = 1) =>
  act(s, 'revealIfAll', { which: { ...at(id), round } });

describe('a pick', () => {
  test('stays in the hand; that there is one is on the board', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    expect(pick(s, ann, '13')).toBeNull();
    expect(ballot(s)?.picked).toEqual({ [ann]: true });
    expect(JSON.stringify(s.doc.board)).not.toContain('13');
    expect(s.view(ann).hand.phases[s.phase('estimate')]).toEqual({
      picks: { a: { effort: { round: 1, value: '13' } } },
    });
    pick(s, ann, null);
    expect(ballot(s)?.picked).toEqual({});
  });

  test('is a value of the scale, not sure, or pass, for the round that is on', () => {
    const s = start();
    expect(pick(s, s.host, '4')).toBe('not-found');
    for (const value of deckOf('fibonacci')) expect(pick(s, s.host, value)).toBeNull();
    expect(pick(s, s.host, '5', 'x')).toBe('not-found');
    expect(act(s, 'pick', { ...at('a', 'risk'), round: 1, value: '5' })).toBe('not-found');
    expect(pick(s, s.host, '5', 'a', 2)).toBe('stale');
    reveal(s);
    expect(pick(s, s.host, '8')).toBe('stale');
  });

  test('is none of a spectator’s; becoming one takes the cards back', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    expect(act(s, 'setSpectator', { on: true }, ann)).toBeNull();
    expect(ballot(s)?.picked).toEqual({});
    expect(pick(s, ann, '5')).toBe('not-allowed');
    act(s, 'setSpectator', { on: false }, ann);
    expect(pick(s, ann, '5')).toBeNull();
  });
});

describe('the reveal', () => {
  test('is the facilitator’s, once for each round, and needs a card', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    expect(reveal(s)).toBe('stale');
    pick(s, ann, '5');
    expect(reveal(s, 'a', 1, ann)).toBe('not-facilitator');
    expect(reveal(s)).toBeNull();
    expect(ballot(s)?.shown).toEqual({ [ann]: '5' });
    expect(reveal(s)).toBe('stale');
  });

  test('leaves out who was shown out', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    pick(s, s.host, '3');
    s.run(s.host, null, 'removePerson', { person: ann });
    reveal(s);
    expect(ballot(s)?.shown).toEqual({ [s.host]: '3' });
  });

  test('is followed by another round, in which the old picks count no more', () => {
    const s = start();
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBe('stale');
    reveal(s);
    act(s, 'setScore', { ...at(), score: '5' });
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBeNull();
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBe('stale');
    expect(ballot(s)).toMatchObject({ round: 2, picked: {}, shown: null, score: null });
    pick(s, s.host, '3', 'a', 2);
    reveal(s, 'a', 2);
    expect(ballot(s)?.shown).toEqual({ [s.host]: '3' });
  });

  test('comes with the end of the phase for every card that lies there', () => {
    const s = start();
    pick(s, s.host, '3', 'b');
    s.finish('estimate');
    expect(ballot(s, 'b')?.shown).toEqual({ [s.host]: '3' });
    expect(ballot(s, 'c')?.shown ?? null).toBeNull();
  });
});

describe('cards that turn over by themselves', () => {
  const auto = { autoReveal: true };

  test('do so when the last of those who take part has picked, and only once', () => {
    const s = start(auto);
    const ann = enter(s, 'Ann');
    const spectator = enter(s, 'Spec');
    act(s, 'setSpectator', { on: true }, spectator);
    pick(s, ann, '5');
    expect(whenAll(s)).toBeNull();
    expect(ballot(s)?.shown).toBeNull();
    pick(s, s.host, 'pass');
    expect(whenAll(s)).toBeNull();
    expect(ballot(s)?.shown).toEqual({ [ann]: '5', [s.host]: 'pass' });
    act(s, 'voteAgain', { ...at(), round: 1 });
    expect(whenAll(s)).toBeNull();
    expect(ballot(s)).toMatchObject({ round: 2, shown: null });
  });

  test('wait for nobody who came late, has gone, or was shown out', () => {
    for (const how of ['late', 'gone', 'removed'] as const) {
      const s = start(auto);
      const other = how === 'late' ? null : enter(s, 'Ann');
      pick(s, s.host, '5');
      whenAll(s);
      if (other) expect(ballot(s)?.shown).toBeNull();
      if (how === 'late') {
        act(s, 'voteAgain', { ...at(), round: 1 });
        pick(s, s.host, '5', 'a', 2);
        enter(s, 'Late');
        whenAll(s, 'a', 2);
        expect(ballot(s)?.round).toBe(2);
      }
      if (how === 'gone' && other) s.present.delete(other);
      if (how === 'removed') s.run(s.host, null, 'removePerson', { person: other });
      whenAll(s, 'a', how === 'late' ? 2 : 1);
      expect(ballot(s)?.shown).toEqual({ [s.host]: '5' });
    }
  });

  test('stay where the facilitator wants to say when', () => {
    const s = start();
    pick(s, s.host, '5');
    whenAll(s);
    expect(ballot(s)?.shown).toBeNull();
    act(s, 'setAutoReveal', { on: true });
    whenAll(s);
    expect(ballot(s)?.shown).not.toBeNull();
  });
});

describe('a score', () => {
  test('is the facilitator’s: any value, or up to eight characters of their own', () => {
    const s = start();
    const score = (score: string | null, who = s.host) =>
      act(s, 'setScore', { ...at(), score }, who);
    expect(score('5', enter(s, 'Ann'))).toBe('not-facilitator');
    expect(score('5 to 8')).toBeNull();
    expect(score('123456789')).toBe('too-long');
    expect(ballot(s)?.score).toBe('5 to 8');
    score(null);
    expect(ballot(s)?.score).toBeNull();
    s.finish('estimate');
    expect(score('3')).toBeNull();
  });

  test('leads on to the next ballot that has none; two clicks go on once', () => {
    const s = start({
      dimensions: [
        { id: 'value', name: 'Value' },
        { id: 'size', name: 'Size' },
      ],
    });
    expect(state(s).at).toEqual(at('a', 'value'));
    act(s, 'setScore', { ...at('a', 'size'), score: '1' });
    expect(act(s, 'goOn', at('a', 'value'))).toBeNull();
    expect(act(s, 'goOn', at('a', 'value'))).toBe('stale');
    expect(state(s).at).toEqual(at('b', 'value'));
  });
});

describe('at one’s own pace', () => {
  const pace = { way: 'own-pace', agreeWithin: 1 };

  test('everything is turned over at once; what is agreed on is settled, the rest is gone through', () => {
    const s = start(pace);
    const ann = enter(s, 'Ann');
    for (const [id, mine, hers] of [
      ['a', '5', '8'],
      ['b', '1', '13'],
      ['c', '3', '?'],
    ] as const) {
      pick(s, s.host, mine, id);
      pick(s, ann, hers, id);
    }
    expect(act(s, 'reveal', { which: null }, ann)).toBe('not-facilitator');
    expect(act(s, 'reveal', { which: null })).toBeNull();
    expect(act(s, 'reveal', { which: null })).toBe('stale');
    expect([ballot(s, 'a'), ballot(s, 'b'), ballot(s, 'c')].map((each) => each?.score)).toEqual([
      '8',
      null,
      null,
    ]);
    expect(state(s)).toMatchObject({ opened: true, at: at('b') });
    act(s, 'voteAgain', { ...at('b'), round: 1 });
    expect(pick(s, ann, '2', 'b', 2)).toBeNull();
  });

  test('a person is done who has a card on everything, or only looks on', () => {
    const s = start(pace, ['a', 'b']);
    const isDone = (person: ParticipantId): boolean =>
      (estimate.done as (at: object) => boolean)({
        board: s.doc.board,
        phase: s.phaseOf('estimate'),
        settings: s.phaseOf('estimate').settings,
        state: state(s),
        hand: {},
        person,
      });
    const ann = enter(s, 'Ann');
    pick(s, ann, '5', 'a');
    expect(isDone(ann)).toBe(false);
    pick(s, ann, '5', 'b');
    expect(isDone(ann)).toBe(true);
    expect(isDone(s.host)).toBe(false);
    act(s, 'setSpectator', { on: true });
    expect(isDone(s.host)).toBe(true);
    expect(start(pace, []).phaseOf('estimate').ready).toEqual({});
  });

  test('all turn over by themselves when everybody is through', () => {
    const s = start({ ...pace, autoReveal: true }, ['a']);
    const ann = enter(s, 'Ann');
    pick(s, ann, '5');
    act(s, 'revealIfAll', { which: null });
    expect(state(s).opened).toBe(false);
    pick(s, s.host, '5');
    act(s, 'revealIfAll', { which: null });
    expect(state(s).opened).toBe(true);
    expect(ballot(s)?.score).toBe('5');
  });

  test('the end of its time turns them over; going on afterwards is not over by the clock', () => {
    const s = start(pace, ['a']);
    const window = { closesAt: s.now + 60_000, opensAt: null, remindAt: null, lateUntil: null };
    const args = { phase: s.phase('estimate'), window: { ...window, whenDone: false } };
    s.run(s.host, null, 'setWindow', args);
    pick(s, s.host, '5');
    s.now += 60_000;
    s.run(null, null, 'tend', {});
    expect(s.phaseOf('estimate').status).toBe('done');
    expect(state(s).opened).toBe(true);
    s.lead('estimate');
    expect(s.phaseOf('estimate').status).toBe('open');
    expect(s.phaseOf('estimate').window ?? null).toBeNull();
    expect(act(s, 'voteAgain', { ...at(), round: 1 })).toBeNull();
  });
});

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
