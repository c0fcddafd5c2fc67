import type { GroupId, ParticipantId, Registry } from '@rondo/meeting';
import { bothTexts, REACTIONS, sorted } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discuss, threadOf, type DiscussState } from './index.ts';

const registry: Registry = { seed: seedKind, discuss };

/** A meeting with topics a, b, c, being discussed. */
function start(settings: object = {}, topics = ['a', 'b', 'c']): Sitting {
  const s = sitting(registry, ['seed', { kind: 'discuss', settings }]);
  for (const each of topics) lay(s, each);
  s.finish('seed');
  return s;
}
const lay = (s: Sitting, id: string) =>
  s.run(s.host, 'seed', 'lay', { card: `card-${id}`, group: id, text: `About ${id}` });
/** Changes the groups, as grouping and voting would. */
function regroup(
  s: Sitting,
  change: (groups: Record<string, object>, cards: Record<string, object>) => void,
): void {
  const board = structuredClone(s.doc.board);
  change(board.groups, board.cards);
  (s as { doc: object }).doc = { ...s.doc, board };
}
const state = (s: Sitting): DiscussState => s.phaseOf('discuss').state as DiscussState;
const order = (s: Sitting): string[] => sorted(state(s).topics).map(([id]) => id);
const act = (s: Sitting, name: string, args: object, who = s.host) =>
  s.refusal(who, 'discuss', name, args);
const say = (
  s: Sitting,
  id: string,
  who: ParticipantId,
  parent: string | null = null,
  topic = 'a',
) => act(s, 'addComment', { id, topic, text: `says ${id}`, parent, mentions: [] }, who);
const thread = (s: Sitting, topic = 'a'): string[] =>
  threadOf(state(s), topic as GroupId).map(
    ([id, { parent, text }]) => `${parent === null ? '' : '> '}${id}: ${text}`,
  );
const topic = (s: Sitting, id: string) => state(s).topics[id as GroupId]!;

describe('cards that are being discussed', () => {
  test('stay as they are', () => {
    expect(start().doc.board.sealed).toBe(true);
  });
});

describe('the order of topics', () => {
  test('is by votes, then as they were grouped', () => {
    const s = start();
    expect(order(s)).toEqual(['a', 'b', 'c']);
    expect(state(s).current).toBe('a');
    s.lead('seed');
    regroup(s, (groups) => {
      groups['b'] = { ...groups['b'], votes: 3 };
      groups['c'] = { ...groups['c'], votes: 3 };
    });
    s.lead('discuss');
    expect(order(s)).toEqual(['b', 'c', 'a']);
  });

  test('is the facilitator’s once a topic was moved by hand; new topics come behind', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(act(s, 'moveTopic', { topic: 'c', behind: null }, ann)).toBe('not-facilitator');
    expect(act(s, 'moveTopic', { topic: 'c', behind: null })).toBeNull();
    expect(act(s, 'moveTopic', { topic: 'a', behind: 'b' })).toBeNull();
    expect(order(s)).toEqual(['c', 'b', 'a']);
    s.lead('seed');
    lay(s, 'd');
    regroup(s, (groups) => {
      groups['d'] = { ...groups['d'], votes: 9 };
    });
    s.lead('discuss');
    expect(order(s)).toEqual(['c', 'b', 'a', 'd']);
    expect(act(s, 'moveTopic', { topic: 'a', behind: 'a' })).toBe('not-found');
    expect(act(s, 'moveTopic', { topic: 'a', behind: 'x' })).toBe('not-found');
  });

  test('can be empty', () => {
    const s = start({}, []);
    expect(state(s)).toMatchObject({ topics: {}, current: null });
    s.end();
    expect(s.outcome().phases[1]!.parts).toEqual([{ as: 'topics', topics: [] }]);
  });
});

describe('going from topic to topic', () => {
  test('names the topic it ends: a second click is stale', () => {
    const s = start();
    expect(act(s, 'finishTopic', { topic: 'a' }, s.enter('Ann'))).toBe('not-facilitator');
    expect(act(s, 'finishTopic', { topic: 'a' })).toBeNull();
    expect(act(s, 'finishTopic', { topic: 'a' })).toBe('stale');
    expect(state(s).current).toBe('b');
    expect(topic(s, 'a').done).toBe(true);
  });

  test('comes back to those left out, and ends with none', () => {
    const s = start();
    act(s, 'openTopic', { topic: 'b' });
    act(s, 'finishTopic', { topic: 'b' });
    act(s, 'finishTopic', { topic: 'c' });
    expect(state(s).current).toBe('a');
    act(s, 'finishTopic', { topic: 'a' });
    expect(state(s).current).toBeNull();
    act(s, 'openTopic', { topic: 'c' });
    expect(topic(s, 'c').done).toBe(false);
  });

  test('leaves out what is parked, until it is taken up again', () => {
    const s = start();
    act(s, 'parkTopic', { topic: 'b', parked: true });
    act(s, 'finishTopic', { topic: 'a' });
    expect(state(s).current).toBe('c');
    act(s, 'parkTopic', { topic: 'c', parked: true });
    expect(state(s).current).toBeNull();
    act(s, 'openTopic', { topic: 'b' });
    expect(topic(s, 'b').parked).toBe(false);
    expect(act(s, 'parkTopic', { topic: 'x', parked: true })).toBe('not-found');
  });

  test('stops a countdown where each topic has its own', () => {
    for (const [settings, isOver] of [
      [{ minutesPerTopic: 5 }, true],
      [{}, false],
    ] as const) {
      const s = start(settings);
      s.run(s.host, null, 'startTimer', { phase: s.phase('discuss'), seconds: 300 });
      act(s, 'finishTopic', { topic: 'a' });
      expect(s.doc.board.timer === null).toBe(isOver);
    }
  });
});

describe('a comment', () => {
  test('can be answered, one level deep', () => {
    const s = start();
    const ann = s.enter('Ann');
    say(s, 'one', s.host);
    say(s, 'two', ann);
    expect(say(s, 'reply', ann, 'one')).toBeNull();
    expect(say(s, 'deeper', ann, 'reply')).toBe('bad-arguments');
    expect(say(s, 'lost', ann, 'none')).toBe('not-found');
    expect(say(s, 'one', ann)).toBe('exists');
    expect(say(s, 'card-a', ann)).toBe('exists');
    expect(thread(s)).toEqual(['one: says one', '> reply: says reply', 'two: says two']);
  });

  test('is changed by its maker alone', () => {
    const s = start();
    const ann = s.enter('Ann');
    say(s, 'one', ann);
    const edit = { id: 'one', text: 'better', mentions: [s.host] };
    expect(act(s, 'editComment', edit)).toBe('not-yours');
    expect(act(s, 'deleteComment', { id: 'one' })).toBe('not-yours');
    expect(act(s, 'editComment', edit, ann)).toBeNull();
    expect(Object.values(state(s).comments)).toMatchObject([
      { text: 'better', edited: true, mentions: [s.host] },
    ]);
  });

  test('leaves without a trace, or an empty place where others have answered', () => {
    const s = start();
    const ann = s.enter('Ann');
    say(s, 'one', s.host);
    say(s, 'two', s.host);
    say(s, 'reply', ann, 'one');
    act(s, 'react', { target: { comment: 'one' }, reaction: 'heart', on: true });
    act(s, 'deleteComment', { id: 'one' });
    act(s, 'deleteComment', { id: 'two' });
    expect(thread(s)).toEqual(['one: ', '> reply: says reply']);
    expect(state(s).reactions).toEqual({});
    expect(act(s, 'deleteComment', { id: 'one' })).toBe('not-found');
    expect(act(s, 'editComment', { id: 'one', text: 'x', mentions: [] })).toBe('not-found');
    expect(say(s, 'late', ann, 'one')).toBe('not-found');
    act(s, 'deleteComment', { id: 'reply' }, ann);
    expect(state(s).comments).toEqual({});
  });

  test('mentions people who are in the meeting', () => {
    const s = start();
    const args = { id: 'one', topic: 'a', text: 'hey', parent: null };
    expect(act(s, 'addComment', { ...args, mentions: ['nobody'] })).toBe('not-found');
    expect(act(s, 'addComment', { ...args, mentions: [s.host] })).toBeNull();
  });

  test('is about a topic that is there, in at most 2,000 visible characters', () => {
    const s = start();
    const args = { id: 'one', topic: 'a', parent: null, mentions: [] };
    expect(act(s, 'addComment', { ...args, text: '😀'.repeat(2_001) })).toBe('too-long');
    expect(act(s, 'addComment', { ...args, topic: 'x', text: 'x' })).toBe('not-found');
    expect(act(s, 'addComment', { ...args, text: '😀'.repeat(2_000) })).toBeNull();
  });

  test('can be finished when the facilitator has gone on or back meanwhile', () => {
    const s = start();
    s.lead('seed');
    expect(say(s, 'paused', s.host)).toBeNull();
    s.lead('discuss');
    s.finish('discuss');
    expect(say(s, 'done', s.host)).toBeNull();
    const early = sitting(registry, ['seed', 'discuss']);
    lay(early, 'a');
    expect(say(early, 'early', early.host)).toBe('not-found');
  });
});

describe('a reaction', () => {
  test('is one of twelve, by anybody, on comments and cards', () => {
    const s = start();
    const ann = s.enter('Ann');
    say(s, 'one', s.host);
    expect(Object.keys(REACTIONS)).toHaveLength(12);
    for (const who of [s.host, ann])
      act(s, 'react', { target: { comment: 'one' }, reaction: 'heart', on: true }, who);
    act(s, 'react', { target: { card: 'card-a' }, reaction: 'agree', on: true }, ann);
    expect(state(s).reactions).toEqual({
      one: { heart: { [s.host]: true, [ann]: true } },
      'card-a': { agree: { [ann]: true } },
    });
    expect(act(s, 'react', { target: { card: 'card-a' }, reaction: '💣', on: true })).toBe(
      'bad-arguments',
    );
    expect(act(s, 'react', { target: { card: 'none' }, reaction: 'agree', on: true })).toBe(
      'not-found',
    );
    expect(act(s, 'react', { target: { comment: 'none' }, reaction: 'agree', on: true })).toBe(
      'not-found',
    );
  });

  test('is taken back without a trace; a repeat changes nothing', () => {
    const s = start();
    const heart = { target: { card: 'card-a' }, reaction: 'heart' };
    act(s, 'react', { ...heart, on: true });
    const { doc } = s;
    act(s, 'react', { ...heart, on: true });
    expect(s.doc).toEqual(doc);
    act(s, 'react', { ...heart, on: false });
    act(s, 'react', { ...heart, on: false });
    expect(state(s).reactions).toEqual({});
  });

  test('waits until the discussion has begun', () => {
    const s = sitting(registry, ['seed', 'discuss']);
    lay(s, 'a');
    expect(act(s, 'react', { target: { card: 'card-a' }, reaction: 'heart', on: true })).toBe(
      'not-open',
    );
  });
});

describe('notes', () => {
  test('are replaced whole by whoever has seen the latest', () => {
    const s = start();
    act(s, 'setNotes', { topic: 'a', text: 'one', revision: 0 });
    act(s, 'setNotes', { topic: 'a', text: 'one, two', revision: 1 });
    expect(topic(s, 'a')).toMatchObject({ notes: 'one, two', revision: 2 });
    act(s, 'setNotes', { topic: 'a', text: '', revision: 2 });
    expect(topic(s, 'a').notes).toBe('');
  });

  test('keep both texts when two people write at once', () => {
    const s = start();
    const ann = s.enter('Ann');
    act(s, 'setNotes', { topic: 'a', text: 'first\nlast', revision: 0 });
    act(s, 'setNotes', { topic: 'a', text: 'first\nhost\nlast', revision: 1 });
    act(s, 'setNotes', { topic: 'a', text: 'first\nann\nlast', revision: 1 }, ann);
    expect(topic(s, 'a')).toMatchObject({ notes: 'first\nhost\nann\nlast', revision: 3 });
  });

  test('have at most 10,000 visible characters', () => {
    const s = start();
    expect(act(s, 'setNotes', { topic: 'a', text: 'x'.repeat(10_001), revision: 0 })).toBe(
      'too-long',
    );
    expect(act(s, 'setNotes', { topic: 'x', text: 'x', revision: 0 })).toBe('not-found');
    for (const c of 'abcd') act(s, 'setNotes', { topic: 'a', text: c.repeat(9_990), revision: 0 });
    expect(act(s, 'setNotes', { topic: 'a', text: 'e'.repeat(9_990), revision: 0 })).toBe('stale');
  });

  test('put together have every line of both, and what is alike once', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, lines, (mine, theirs) => {
        const both = bothTexts(mine, theirs).split('\n');
        for (const line of [...mine.split('\n'), ...theirs.split('\n')].filter(Boolean))
          expect(both).toContain(line);
        expect(bothTexts(mine, mine)).toBe(mine);
        expect(both.length).toBeLessThanOrEqual(
          mine.split('\n').length + theirs.split('\n').length,
        );
      }),
    );
  });
});

describe('when groups change while the discussion waits', () => {
  /** Puts the card of one group into another, the old group goes. */
  const merge = (s: Sitting, from: string, into: string) =>
    regroup(s, (groups, cards) => {
      const { cards: moved } = groups[from] as { cards: string[] };
      groups[into] = {
        ...groups[into],
        cards: [...(groups[into] as { cards: string[] }).cards, ...moved],
      };
      for (const card of moved) cards[card] = { ...cards[card], group: into };
      delete groups[from];
    });

  test('all that was said about a group that is gone goes where its cards went', () => {
    const s = start();
    say(s, 'one', s.host);
    say(s, 'reply', s.host, 'one');
    act(s, 'setNotes', { topic: 'a', text: 'about a', revision: 0 });
    act(s, 'setNotes', { topic: 'b', text: 'about b', revision: 0 });
    s.run(s.host, null, 'addTask', { id: 't1', text: 'Do it', owner: null, due: null, topic: 'a' });
    s.lead('seed');
    merge(s, 'a', 'b');
    s.lead('discuss');
    expect(order(s)).toEqual(['b', 'c']);
    expect(state(s).current).toBe('b');
    expect(thread(s, 'b')).toEqual(['one: says one', '> reply: says reply']);
    expect(topic(s, 'b').notes.split('\n').sort()).toEqual(['about a', 'about b']);
    expect(s.doc.board.tasks['t1' as never]).toMatchObject({ topic: 'b' });
    expect(say(s, 'late', s.host, 'one', 'a')).toBeNull();
    expect(say(s, 'new', s.host, null, 'a')).toBe('not-found');
  });

  test('a topic whose cards are all gone stays if anything was said about it', () => {
    const s = start();
    say(s, 'one', s.host, null, 'b');
    s.lead('seed');
    s.run(s.host, 'seed', 'lift', { card: 'card-a' });
    s.run(s.host, 'seed', 'lift', { card: 'card-b' });
    s.end();
    expect(s.outcome().phases[1]!.parts).toMatchObject([
      {
        as: 'topics',
        topics: [
          { title: 'About c', cards: [{ text: 'About c' }] },
          {
            title: 'About b',
            cards: [],
            votes: null,
            comments: [{ text: 'says one', by: 'Host' }],
          },
        ],
      },
    ]);
  });
});

describe('the outcome', () => {
  test('has each topic with votes, cards, notes, comments, tasks, and whether it was parked', () => {
    const s = start();
    const ann = s.enter('Ann');
    s.lead('seed');
    regroup(s, (groups) => {
      groups['a'] = { ...groups['a'], title: 'Alpha', votes: 2 };
    });
    s.lead('discuss');
    say(s, 'one', ann);
    say(s, 'gone', s.host);
    say(s, 'reply', s.host, 'one');
    say(s, 'answer', ann, 'gone');
    act(s, 'deleteComment', { id: 'gone' });
    act(s, 'setNotes', { topic: 'a', text: 'noted', revision: 0 });
    act(s, 'parkTopic', { topic: 'b', parked: true });
    s.run(ann, null, 'addTask', { id: 't1', text: 'Do it', owner: ann, due: null, topic: 'a' });
    s.end();
    expect(s.outcome().phases[1]!.parts).toMatchObject([
      {
        as: 'topics',
        topics: [
          {
            title: 'Alpha',
            votes: 2,
            notes: 'noted',
            parked: false,
            cards: [{ text: 'About a' }],
            comments: [
              { text: 'says one', by: 'Ann', reply: false },
              { text: 'says reply', by: 'Host', reply: true },
              { text: 'says answer', by: 'Ann', reply: true },
            ],
            tasks: ['t1'],
          },
          { title: 'About b', parked: true },
          { title: 'About c', votes: null },
        ],
      },
    ]);
    expect(s.outcome().tasks).toEqual([
      { id: 't1', text: 'Do it', due: null, done: false, topic: 'a', owner: 'Ann' },
    ]);
  });
});
