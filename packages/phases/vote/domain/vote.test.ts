import type { GroupId, ParticipantId, Registry } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spent, vote, type VoteHand, type VoteSettings, type VoteState } from './index.ts';

const registry: Registry = { seed: seedKind, vote };
const TOPICS = ['a', 'b', 'c', 'd'];

/** A meeting with topics a to d, in its vote. */
function start(settings: object = {}, topics: readonly string[] = TOPICS): Sitting {
  const s = sitting(registry, ['seed', { kind: 'vote', settings }]);
  for (const each of topics) {
    s.run(s.host, 'seed', 'lay', { card: `card-${each}`, group: each, text: each });
  }
  s.finish('seed');
  return s;
}
const state = (s: Sitting): VoteState => s.phaseOf('vote').state as VoteState;
const settings = (s: Sitting): VoteSettings => s.phaseOf('vote').settings as VoteSettings;
const hand = (s: Sitting, who: ParticipantId): VoteHand =>
  (s.view(who).hand.phases[s.phase('vote')] as VoteHand | undefined) ?? { votes: {} };
const give = (s: Sitting, who: ParticipantId, topic: string, count: number) =>
  s.refusal(who, 'vote', 'setVotes', { topic, count });
const votes = (s: Sitting): Record<string, number | undefined> =>
  Object.fromEntries(Object.entries(s.doc.board.groups).map(([id, group]) => [id, group.votes]));

describe('votes', () => {
  test('are five for each person and three for each topic unless the activity says otherwise', () => {
    expect(settings(start())).toEqual({ votes: 5, perTopic: 3 });
    expect(() => start({ votes: 0 })).toThrow('votes');
    expect(() => start({ votes: 21 })).toThrow('votes');
    expect(() => start({ vote: 5 })).toThrow('vote');
  });

  test('cannot be more than a person has, nor more for a topic than it takes', () => {
    const s = start();
    expect(give(s, s.host, 'a', 4)).toBe('topic-full');
    expect(give(s, s.host, 'a', 3)).toBeNull();
    expect(give(s, s.host, 'b', 3)).toBe('no-votes-left');
    expect(give(s, s.host, 'b', 2)).toBeNull();
    expect(give(s, s.host, 'c', 1)).toBe('no-votes-left');
    expect(give(s, s.host, 'a', 1)).toBeNull();
    expect(give(s, s.host, 'c', 2)).toBeNull();
    expect(hand(s, s.host).votes).toEqual({ a: 1, b: 2, c: 2 });
  });

  test('say the result, so that a repeat changes nothing', () => {
    const s = start();
    give(s, s.host, 'a', 2);
    const { doc } = s;
    give(s, s.host, 'a', 2);
    expect(s.doc).toEqual(doc);
  });

  test('are withdrawn with zero and leave no trace', () => {
    const s = start();
    give(s, s.host, 'a', 2);
    give(s, s.host, 'a', 0);
    expect(hand(s, s.host).votes).toEqual({});
  });

  test('are for topics that are there', () => {
    const s = start();
    expect(give(s, s.host, 'x', 1)).toBe('not-found');
    expect(give(s, s.host, 'constructor', 1)).toBe('bad-arguments');
    for (const count of [-1, 1.5, 21, '1', null]) {
      expect(give(s, s.host, 'a', count as number)).toBe('bad-arguments');
    }
  });

  test('are in no board, and whose they are never', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, ann, 'b', 3);
    expect(votes(s)).toEqual({ a: undefined, b: undefined, c: undefined, d: undefined });
    expect(vote.quiet(s.phaseOf('vote'))).toBe(true);
    const { people: _, ...rest } = s.doc.board;
    expect(JSON.stringify(rest)).not.toContain(`"${ann}"`);
    s.finish('vote');
    expect(votes(s)).toEqual({ a: 0, b: 3, c: 0, d: 0 });
    const { people: __, ...after } = s.doc.board;
    expect(JSON.stringify(after)).not.toContain(`"${ann}"`);
  });
});

describe('cards that are being voted on', () => {
  test('stay as they are', () => {
    expect(start().doc.board.sealed).toBe(true);
  });
});

describe('who has given all they can', () => {
  test('is a number, also where there are too few topics to give all', () => {
    const s = start({ votes: 5, perTopic: 2 }, ['a', 'b']);
    give(s, s.host, 'a', 2);
    expect(state(s).finished).toBe(0);
    give(s, s.host, 'b', 2);
    expect(state(s).finished).toBe(1);
    give(s, s.host, 'b', 1);
    expect(state(s).finished).toBe(0);
  });
});

describe('the budget', () => {
  test('is set by the facilitator, before and while people vote', () => {
    const s = start();
    const ann = s.enter('Ann');
    const more = { votes: 6, perTopic: 2 };
    expect(s.refusal(ann, 'vote', 'setBudget', more)).toBe('not-facilitator');
    expect(s.refusal(s.host, 'vote', 'setBudget', more)).toBeNull();
    expect(settings(s)).toEqual(more);
    s.finish('vote');
    expect(s.refusal(s.host, 'vote', 'setBudget', more)).toBe('not-open');
  });

  test('never goes below what anybody has given', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, ann, 'a', 3);
    give(s, ann, 'b', 1);
    expect(s.refusal(s.host, 'vote', 'setBudget', { votes: 3, perTopic: 3 })).toBe('below-spent');
    expect(s.refusal(s.host, 'vote', 'setBudget', { votes: 5, perTopic: 2 })).toBe('below-spent');
    expect(s.refusal(s.host, 'vote', 'setBudget', { votes: 4, perTopic: 3 })).toBeNull();
    expect(state(s).finished).toBe(1);
  });
});

describe('opening the vote again', () => {
  test('takes the votes off the topics and leaves them in the hands', () => {
    const s = start();
    give(s, s.host, 'a', 2);
    s.finish('vote');
    s.lead('vote');
    expect(votes(s).a).toBeUndefined();
    expect(hand(s, s.host).votes).toEqual({ a: 2 });
    give(s, s.host, 'a', 1);
    s.finish('vote');
    expect(votes(s).a).toBe(1);
  });

  test('gives back the votes for topics that are gone meanwhile', () => {
    const s = start();
    give(s, s.host, 'a', 3);
    give(s, s.host, 'b', 2);
    expect(state(s).finished).toBe(1);
    s.lead('seed');
    s.run(s.host, 'seed', 'lift', { card: 'card-a' });
    s.lead('vote');
    expect(hand(s, s.host).votes).toEqual({ b: 2 });
    expect(state(s).finished).toBe(0);
    expect(give(s, s.host, 'c', 3)).toBeNull();
  });

  test('after the meeting has ended keeps what the burnt hands had given, and adds to it', () => {
    const s = start();
    const ann = s.enter('Ann');
    give(s, s.host, 'a', 2);
    s.end();
    expect(votes(s)).toEqual({ a: 2, b: 0, c: 0, d: 0 });
    s.run(ann, null, 'reopenMeeting');
    give(s, ann, 'a', 1);
    give(s, ann, 'c', 1);
    s.finish('vote');
    expect(votes(s)).toEqual({ a: 3, b: 0, c: 1, d: 0 });
    s.lead('vote');
    expect(votes(s).a).toBe(2);
    give(s, ann, 'a', 0);
    s.end();
    expect(votes(s)).toEqual({ a: 2, b: 0, c: 1, d: 0 });
  });
});

describe('whatever people do', () => {
  const act = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        who: fc.nat({ max: 3 }),
        topic: fc.constantFrom(...TOPICS, 'e'),
        count: fc.nat({ max: 5 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        budget: fc.record({
          votes: fc.integer({ min: 1, max: 8 }),
          perTopic: fc.integer({ min: 1, max: 5 }),
        }),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom('close', 'pause', 'remove' as const) },
    { weight: 1, arbitrary: fc.record({ lift: fc.constantFrom(...TOPICS) }) },
  );

  test('no limit is broken, the number of the finished is right, and the tally is the sum of the hands', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const s = start();
        const people = [s.host, s.enter('Ann'), s.enter('Bo'), s.enter('Cy', { role: 'guest' })];
        for (const each of acts) {
          if (each === 'close') s.finish('vote');
          else if (each === 'pause') s.lead('seed');
          else if (each === 'remove')
            s.refusal(s.host, null, 'removePerson', { person: people[3] });
          else if ('budget' in each) s.refusal(s.host, 'vote', 'setBudget', each.budget);
          else if ('lift' in each) {
            s.lead('seed');
            s.refusal(s.host, 'seed', 'lift', { card: `card-${each.lift}` });
          } else give(s, people[each.who]!, each.topic, each.count);

          const sums: Record<string, number> = {};
          let finished = 0;
          const { votes: most, perTopic } = settings(s);
          const topics = Object.keys(s.doc.board.groups) as GroupId[];
          for (const topic of topics) {
            sums[topic] = people.reduce((sum, who) => sum + (hand(s, who).votes[topic] ?? 0), 0);
          }
          expect(each === 'close' ? votes(s) : sums).toEqual(sums);
          s.lead('vote');
          for (const who of people) {
            const given = Object.values(hand(s, who).votes);
            expect(given.every((count) => count >= 1 && count <= perTopic)).toBe(true);
            expect(spent(s.doc.board, hand(s, who))).toBe(given.reduce((sum, n) => sum + n, 0));
            expect(spent(s.doc.board, hand(s, who))).toBeLessThanOrEqual(most);
            const all = Math.min(most, perTopic * topics.length);
            if (given.length > 0 && spent(s.doc.board, hand(s, who)) >= all) finished += 1;
          }
          expect(state(s).finished).toBe(finished);
        }
      }),
      { numRuns: 300 },
    );
  });
});
