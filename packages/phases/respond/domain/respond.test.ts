import type { ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ownAnswers,
  respond,
  type AnswerId,
  type RespondHand,
  type RespondState,
  type Shown,
} from './index.ts';

const registry: Registry = { respond };
const prompts = [
  { id: 'done', hue: 'moss', title: { en: 'Done', de: 'Geschafft' } },
  { id: 'help', hue: 'clay', title: 'Help', flag: true, optional: true },
];
const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'respond', settings: { prompts, ...settings } }, 'respond']);
const state = (s: Sitting): RespondState => s.phaseOf('respond').state as RespondState;
const hand = (s: Sitting, who: ParticipantId): RespondHand =>
  (s.view(who).hand.phases[s.phase('respond')] as RespondHand | undefined) ?? {
    drafts: {},
    mine: {},
    gave: false,
    shown: null,
  };
const act = (s: Sitting, who: ParticipantId, name: string, args: object = {}) =>
  s.refusal(who, 'respond', name, args);
const write = (s: Sitting, who: ParticipantId, text: string, prompt = 'done') =>
  act(s, who, 'write', { prompt, text });
const give = (s: Sitting, who: ParticipantId, text?: string) => {
  if (text !== undefined) write(s, who, text);
  return act(s, who, 'give');
};
const texts = (shown: Shown | null): string[] =>
  Object.values(shown?.answers ?? {})
    .map(({ text }) => text)
    .sort();
const mine = (s: Sitting, who: ParticipantId, prompt = 'done'): AnswerId =>
  ownAnswers(state(s), hand(s, who), who)[prompt]!.id;
const say = (s: Sitting, who: ParticipantId, answer: AnswerId, id: string, parent?: string) =>
  act(s, who, 'addComment', {
    id,
    answer,
    text: `says ${id}`,
    parent: parent ?? null,
    mentions: [],
  });

describe('an answer', () => {
  test('is a draft in the own hand until it is given, whatever is visible when', () => {
    for (const visible of ['at-once', 'after-own', 'at-close']) {
      const s = start({ visible });
      const ann = s.enter('Ann');
      write(s, ann, 'A secret');
      expect(hand(s, ann).drafts).toEqual({ done: 'A secret' });
      expect(JSON.stringify(s.doc.board)).not.toContain('secret');
      expect(JSON.stringify(s.view(s.host))).not.toContain('secret');
      expect(state(s).answered).toBe(0);
    }
  });

  test('is given together with the others, once all that has to be there is', () => {
    const s = start();
    expect(give(s, s.host)).toBe('bad-arguments');
    write(s, s.host, 'Stuck', 'help');
    expect(give(s, s.host)).toBe('bad-arguments');
    expect(give(s, s.host, 'Much')).toBeNull();
    expect(texts(hand(s, s.host).shown)).toEqual(['Much', 'Stuck']);
    expect(hand(s, s.host).drafts).toEqual({});
    expect(write(s, s.host, 'x', 'other')).toBe('not-found');
    expect(write(s, s.host, '😀'.repeat(2_001))).toBe('too-long');
    expect(write(s, s.host, '😀'.repeat(2_000))).toBeNull();
  });

  test('can be changed after it was given, and an optional one taken out', () => {
    const s = start({ visible: 'at-once' });
    write(s, s.host, 'Stuck', 'help');
    give(s, s.host, 'Much');
    const id = mine(s, s.host);
    write(s, s.host, '', 'help');
    give(s, s.host, 'More');
    expect(state(s).shown.answers).toEqual({
      [id]: { prompt: 'done', text: 'More', by: s.host, at: s.now, edited: true },
    });
    expect(state(s).answered).toBe(1);
    write(s, s.host, 'Even more');
    write(s, s.host, 'More');
    expect(hand(s, s.host).drafts).toEqual({});
  });

  test('is taken back into the hand; what others said about it keeps its place', () => {
    const s = start({ visible: 'at-once' });
    const ann = s.enter('Ann');
    write(s, ann, 'Stuck', 'help');
    give(s, ann, 'Much');
    const id = mine(s, ann);
    say(s, s.host, id, 'c1');
    act(s, s.host, 'react', { target: { answer: id }, reaction: 'heart', on: true });
    expect(act(s, ann, 'takeBack')).toBeNull();
    expect(hand(s, ann).drafts).toEqual({ done: 'Much', help: 'Stuck' });
    expect(Object.values(state(s).shown.answers)).toMatchObject([{ text: '', gone: true }]);
    expect(state(s).shown.reactions).toEqual({});
    expect(state(s)).toMatchObject({ answered: 0, given: {} });
    expect(act(s, ann, 'takeBack')).toBe('not-found');
    give(s, ann);
    expect(mine(s, ann)).toBe(id);
    expect(texts(state(s).shown)).toEqual(['Much', 'Stuck']);
    act(s, ann, 'takeBack');
    act(s, s.host, 'deleteComment', { id: 'c1' });
    expect(state(s).shown.answers).toEqual({});
  });

  test('is late once the phase is over', () => {
    const s = start();
    give(s, s.host, 'In time');
    s.finish('respond');
    const ann = s.enter('Ann');
    expect(give(s, ann, 'Too late')).toBeNull();
    give(s, s.host, 'In time, better');
    const late = Object.values(state(s).shown.answers).map(({ text, late }) => [text, late]);
    expect(late).toEqual([
      ['In time, better', undefined],
      ['Too late', true],
    ]);
    expect(state(s).answered).toBe(2);
  });

  test('is neither given nor taken back after an anonymous phase: the moment would tell whose it is', () => {
    const s = start({ anonymous: true });
    give(s, s.host, 'In time');
    s.finish('respond');
    expect(give(s, s.enter('Ann'), 'Too late')).toBe('not-open');
    expect(act(s, s.host, 'takeBack')).toBe('not-open');
    expect(texts(state(s).shown)).toEqual(['In time']);
  });
});

describe('the answers of others', () => {
  test('open to those who have given their own, and to nobody else', () => {
    const s = start();
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    give(s, ann, 'From Ann');
    expect(texts(hand(s, ann).shown)).toEqual(['From Ann']);
    give(s, bo, 'From Bo');
    expect(texts(hand(s, ann).shown)).toEqual(['From Ann', 'From Bo']);
    expect(texts(hand(s, bo).shown)).toEqual(['From Ann', 'From Bo']);
    expect(hand(s, s.host).shown).toBeNull();
    expect(JSON.stringify(s.doc.board)).not.toContain('From');
    expect(state(s)).toMatchObject({ answered: 2, given: { [ann]: true, [bo]: true } });
    s.finish('respond');
    expect(texts(state(s).shown)).toEqual(['From Ann', 'From Bo']);
    expect(hand(s, ann).shown).toBeNull();
  });

  test('wait for the close where the activity says so', () => {
    const s = start({ visible: 'at-close' });
    const ann = s.enter('Ann');
    give(s, ann, 'From Ann');
    give(s, s.host, 'From Host');
    expect(texts(hand(s, ann).shown)).toEqual(['From Ann']);
    expect(say(s, ann, mine(s, ann), 'c1')).toBe('not-allowed');
    s.finish('respond');
    expect(texts(state(s).shown)).toEqual(['From Ann', 'From Host']);
    expect(say(s, ann, mine(s, s.host), 'c1')).toBeNull();
  });

  test('stay open when the phase is opened again, and new ones join them', () => {
    const s = start();
    give(s, s.host, 'One');
    s.finish('respond');
    s.lead('respond');
    const ann = s.enter('Ann');
    give(s, ann, 'Two');
    expect(texts(state(s).shown)).toEqual(['One', 'Two']);
    expect(Object.values(state(s).shown.answers).some(({ late }) => late)).toBe(false);
  });

  test('are known as mine also after the meeting was opened again, where they have names', () => {
    const s = start();
    give(s, s.host, 'One');
    s.end();
    s.run(s.host, null, 'reopenMeeting');
    s.lead('respond');
    give(s, s.host, 'Better');
    expect(texts(state(s).shown)).toEqual(['Better']);
    expect(state(s).answered).toBe(1);
  });

  test('tell those who have not answered nothing, whatever they say', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const step = fc.record({
      who: fc.nat({ max: 1 }),
      name: fc.constantFrom('give', 'takeBack', 'comment'),
    });
    const play = (steps: { who: number; name: string }[], says: string): unknown[] => {
      const s = start();
      const people = [s.host, s.enter('Ann')];
      const viewer = s.enter('Viewer');
      return steps.map(({ who, name }, n) => {
        const me = people[who]!;
        if (name === 'give') give(s, me, `${says}${n}`);
        else if (name === 'takeBack') act(s, me, 'takeBack');
        else {
          const [first] = Object.keys(hand(s, me).shown?.answers ?? {}) as AnswerId[];
          if (first) say(s, me, first, `c${n}`);
        }
        return structuredClone(s.view(viewer));
      });
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), word, word, (steps, one, other) => {
        expect(play(steps, one)).toEqual(play(steps, other));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said about an answer', () => {
  test('is seen by those who see the answers, in each of their hands', () => {
    const s = start();
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    give(s, ann, 'From Ann');
    give(s, bo, 'From Bo');
    const answer = mine(s, ann);
    expect(say(s, s.host, answer, 'c0')).toBe('not-allowed');
    expect(say(s, bo, answer, 'c1')).toBeNull();
    expect(say(s, ann, answer, 'c2', 'c1')).toBeNull();
    expect(say(s, ann, answer, 'c3', 'c2')).toBe('bad-arguments');
    expect(say(s, ann, mine(s, bo), 'c3', 'c1')).toBe('not-found');
    expect(say(s, ann, answer, 'c1')).toBe('exists');
    expect(act(s, ann, 'editComment', { id: 'c1', text: 'x', mentions: [] })).toBe('not-yours');
    act(s, bo, 'react', { target: { comment: 'c2' }, reaction: 'thanks', on: true });
    expect(hand(s, ann).shown).toEqual(hand(s, bo).shown);
    // Whoever answers later gets it all.
    give(s, s.host, 'From Host');
    expect(hand(s, s.host).shown).toEqual(hand(s, bo).shown);
    act(s, bo, 'deleteComment', { id: 'c1' });
    s.finish('respond');
    expect(Object.values(state(s).shown.comments)).toMatchObject([
      { text: '', deleted: true },
      { text: 'says c2', parent: 'c1' },
    ]);
    expect(state(s).shown.reactions).toEqual({ c2: { thanks: { [bo]: true } } });
  });
});

describe('an anonymous standup', () => {
  test('never says who: neither who answered nor who is missing', () => {
    for (const visible of ['at-once', 'after-own', 'at-close']) {
      const s = start({ visible, anonymous: true });
      const ann = s.enter('Ann');
      give(s, ann, 'Mine');
      expect(respond.quiet(s.phaseOf('respond'))).toBe(true);
      expect(state(s)).toMatchObject({ answered: 1, given: {} });
      give(s, ann, 'Mine to the end');
      expect(state(s).answered).toBe(1);
      s.finish('respond');
      expect(JSON.stringify(state(s))).not.toContain(ann);
      expect(JSON.stringify(state(s))).not.toContain(String(s.now));
      s.end();
      expect(s.outcome().phases[0]!.parts).toEqual([
        { as: 'answers', question: prompts[0]!.title, answers: [{ text: 'Mine to the end' }] },
      ]);
    }
  });
});

describe('a standup over a window', () => {
  const hour = 3_600_000;
  const onTheClock = (whenDone: boolean): Sitting => {
    const s = start();
    const closesAt = s.now + hour;
    const window = {
      opensAt: null,
      closesAt,
      whenDone,
      remindAt: null,
      lateUntil: closesAt + hour,
    };
    s.run(s.host, null, 'setWindow', { phase: s.phase('respond'), window });
    return s;
  };

  test('closes by the clock; who comes after that is late, until the meeting is over', () => {
    const s = onTheClock(false);
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    give(s, ann, 'In time');
    write(s, bo, 'Still writing');
    s.run(s.host, null, 'skipPhase', { phase: s.doc.board.flow[1] });
    s.now += hour;
    s.run(null, null, 'tend');
    expect(s.phaseOf('respond').status).toBe('done');
    expect(hand(s, bo).drafts).toEqual({ done: 'Still writing' });
    expect(give(s, bo)).toBeNull();
    s.now += hour;
    s.run(null, null, 'tend');
    expect(s.doc.board.status).toBe('ended');
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      {
        answers: [
          { text: 'In time', by: 'Ann' },
          { text: 'Still writing', by: 'Bo', late: true },
        ],
        missing: ['Host'],
      },
    ]);
  });

  test('closes early when everybody has answered', () => {
    const s = onTheClock(true);
    const ann = s.enter('Ann');
    give(s, ann, 'One');
    expect(s.refusal(null, null, 'tend')).toBe('stale');
    give(s, s.host, 'Two');
    s.run(null, null, 'tend');
    expect(s.phaseOf('respond').status).toBe('done');
  });
});

describe('who has done their part', () => {
  const isDone = (s: Sitting, person: ParticipantId): boolean => {
    const phase = s.phaseOf('respond');
    const at = { board: s.doc.board, phase, settings: phase.settings, state: phase.state };
    return (respond.done as (at: unknown) => boolean)({ ...at, hand: hand(s, person), person });
  };

  test('is whoever has answered, until they take it back', () => {
    const s = start({ anonymous: true });
    expect(isDone(s, s.host)).toBe(false);
    give(s, s.host, 'x');
    expect(isDone(s, s.host)).toBe(true);
    act(s, s.host, 'takeBack');
    expect(isDone(s, s.host)).toBe(false);
  });
});

describe('the outcome', () => {
  test('has those who need help first, threads, signs, and who has not answered', () => {
    const s = start();
    const ann = s.enter('Ann');
    s.enter('Bo');
    write(s, ann, 'Stuck', 'help');
    give(s, ann, 'Much');
    give(s, s.host, 'Little');
    say(s, s.host, mine(s, ann, 'help'), 'c1');
    act(s, s.host, 'react', { target: { answer: mine(s, ann) }, reaction: 'heart', on: true });
    s.end();
    expect(s.outcome().phases[0]!.parts).toEqual([
      {
        as: 'answers',
        question: 'Help',
        flag: true,
        answers: [
          { text: 'Stuck', by: 'Ann', comments: [{ text: 'says c1', by: 'Host', reply: false }] },
        ],
      },
      {
        as: 'answers',
        question: prompts[0]!.title,
        answers: [
          { text: 'Much', by: 'Ann', reactions: [{ sign: '❤️', count: 1 }] },
          { text: 'Little', by: 'Host' },
        ],
        missing: ['Bo'],
      },
    ]);
  });

  test('tells of one question where nobody has answered any', () => {
    const s = start();
    s.end();
    expect(s.outcome().phases[0]!.parts).toEqual([
      { as: 'answers', question: 'Help', flag: true, answers: [], missing: ['Host'] },
    ]);
  });
});

describe('settings', () => {
  test('are a usual standup where nothing is said, and have one to eight prompts with ids of their own', () => {
    const plain = sitting(registry, ['respond']).phaseOf('respond').settings;
    expect(plain).toMatchObject({ visible: 'after-own', anonymous: false });
    const many = Array.from({ length: 9 }, (_, n) => ({ id: `p${n}`, title: 'x', hue: 'sky' }));
    for (const bad of [[], many, [prompts[0], prompts[0]], [{ ...prompts[0], odd: 1 }]]) {
      expect(() => start({ prompts: bad })).toThrow('prompts');
    }
  });
});
