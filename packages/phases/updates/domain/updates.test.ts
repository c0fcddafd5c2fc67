import type { Brought, ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwner, tasksOfOthers, updates, type UpdatesState } from './index.ts';

const registry: Registry = { updates };
const task = (id: string, since: number, owner: string | null, ownerName: string | null) => ({
  id,
  text: `Task ${id}`,
  owner: owner as ParticipantId | null,
  ownerName,
  due: null,
  meeting: 'Sprint 11',
  since,
});
const brought: Brought = {
  tasks: [task('t2', 2, null, 'Ann'), task('t1', 1, 'host', 'Host'), task('t3', 3, 'gone', 'Gone')],
  agenda: [],
};
const start = (settings: object = {}, seed = 1): Sitting =>
  sitting(registry, [{ kind: 'updates', settings }, 'updates'], { brought, seed });
const state = (s: Sitting): UpdatesState => s.phaseOf('updates').state as UpdatesState;
const act = (s: Sitting, who: ParticipantId, name: string, args: object = {}) =>
  s.refusal(who, 'updates', name, args);
const end = (s: Sitting, person: ParticipantId, how = 'spoke', who = s.host) =>
  act(s, who, 'endTurn', { person, how });
/** Goes round to the end; who spoke, in order. */
function goRound(s: Sitting): ParticipantId[] {
  const spoke: ParticipantId[] = [];
  for (let current = state(s).turns.current; current; current = state(s).turns.current) {
    spoke.push(current);
    end(s, current);
  }
  return spoke;
}

describe('the round', () => {
  test('gives everybody one turn, also those who come while it goes on', () => {
    const s = start();
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    expect(act(s, s.host, 'startRound')).toBeNull();
    expect(act(s, s.host, 'startRound')).toBe('stale');
    const late = s.enter('Late');
    expect(goRound(s).toSorted()).toEqual([...people, late].toSorted());
    expect(Object.values(state(s).turns.had)).toEqual(['spoke', 'spoke', 'spoke', 'spoke']);
  });

  test('is drawn by chance, or goes by name', () => {
    const orders = Array.from({ length: 12 }, (_, seed) => {
      const s = start({}, seed);
      for (const name of ['Ann', 'Bo', 'Cy']) s.enter(name);
      act(s, s.host, 'drawAgain');
      return state(s).turns.order.join();
    });
    expect(new Set(orders).size).toBeGreaterThan(4);
    const s = sitting(registry, [{ kind: 'updates', settings: { order: 'by-name' } }]);
    const [zoe, ann] = [s.enter('Zoe'), s.enter('Ann')];
    act(s, s.host, 'startRound');
    expect(goRound(s)).toEqual([s.host, ann, zoe]);
  });

  test('is ended by whoever has the turn or the facilitator, and a second click ends no second turn', () => {
    const s = start();
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    act(s, s.host, 'giveTurn', { person: ann });
    expect(end(s, ann, 'spoke', bo)).toBe('not-allowed');
    expect(end(s, ann, 'passed', ann)).toBeNull();
    expect(state(s).turns.had[ann]).toBe('passed');
    expect(end(s, ann)).toBe('stale');
    expect(act(s, ann, 'startRound')).toBe('not-facilitator');
    expect(act(s, ann, 'giveTurn', { person: bo })).toBe('not-facilitator');
    expect(act(s, s.host, 'giveTurn', { person: 'nobody' })).toBe('not-found');
  });

  test('brings back at the end whoever comes later, and passes over whoever is away', () => {
    const s = start();
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    s.present = new Set([s.host, ann, bo]);
    act(s, s.host, 'startRound');
    const first = state(s).turns.current!;
    end(s, first, 'later');
    expect(state(s).turns.current).not.toBe(first);
    expect(state(s).turns.order.at(-1)).toBe(first);
    const away = state(s).turns.order[1]!;
    s.present.delete(away);
    end(s, state(s).turns.current!);
    expect(state(s).turns.current).toBe(first);
    end(s, first);
    expect(state(s).turns).toMatchObject({ current: null });
    expect(state(s).turns.had[away]).toBeUndefined();
    s.present.add(away);
    act(s, s.host, 'startRound');
    expect(state(s).turns.current).toBe(away);
  });

  test('can be put into another order by hand', () => {
    const s = start({ order: 'by-name' });
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    s.lead('updates-2');
    s.lead('updates-1');
    expect(state(s).turns.order).toEqual([s.host, ann, bo]);
    act(s, s.host, 'moveTurn', { person: s.host, behind: bo });
    act(s, s.host, 'moveTurn', { person: bo, behind: null });
    expect(state(s).turns.order).toEqual([bo, ann, s.host]);
    expect(act(s, s.host, 'moveTurn', { person: bo, behind: bo })).toBe('not-found');
    expect(act(s, s.host, 'moveTurn', { person: 'x', behind: null })).toBe('not-found');
    expect(act(s, ann, 'moveTurn', { person: bo, behind: null })).toBe('not-facilitator');
  });

  test('gives each the same time, and none when it is over', () => {
    const s = start({ secondsPerPerson: 60 });
    const ann = s.enter('Ann');
    act(s, s.host, 'startRound');
    expect(s.doc.board.timer).toMatchObject({ endsAt: s.now + 60_000, kind: 'countdown' });
    s.now += 30_000;
    end(s, state(s).turns.current!);
    expect(s.doc.board.timer).toMatchObject({ endsAt: s.now + 60_000 });
    end(s, state(s).turns.current!);
    expect(s.doc.board.timer).toBeNull();
    act(s, s.host, 'giveTurn', { person: ann });
    expect(s.doc.board.timer).not.toBeNull();
    s.finish('updates-1');
    expect(s.doc.board.timer).toBeNull();
    expect(state(s).turns.current).toBeNull();
  });

  test('always ends, whoever is sent to the end and however often people come and go', () => {
    const how = fc.constantFrom('spoke', 'passed', 'later', 'leave', 'come');
    fc.assert(
      fc.property(fc.array(how, { maxLength: 30 }), (steps) => {
        const s = start();
        const people = [s.host, s.enter('Ann'), s.enter('Bo'), s.enter('Cy')];
        s.present = new Set(people);
        act(s, s.host, 'startRound');
        steps.forEach((step, n) => {
          const person = people[n % people.length]!;
          if (step === 'leave' && person !== s.host) s.present.delete(person);
          else if (step === 'come') s.present.add(person);
          else if (state(s).turns.current) end(s, state(s).turns.current!, step);
        });
        s.present = new Set(people);
        if (state(s).turns.current === null) act(s, s.host, 'startRound');
        goRound(s);
        expect(Object.keys(state(s).turns.had).toSorted()).toEqual(people.toSorted());
      }),
      { numRuns: 100 },
    );
  });
});

describe('an update in writing', () => {
  test('is seen at once, can be changed and taken away, and remains in the order of the round', () => {
    const s = start({ order: 'by-name', question: 'News?' });
    const ann = s.enter('Ann');
    act(s, ann, 'writeUpdate', { text: 'Done: all' });
    act(s, s.host, 'writeUpdate', { text: 'Nothing' });
    act(s, ann, 'writeUpdate', { text: 'Done: most' });
    expect(state(s).texts).toEqual({ [ann]: 'Done: most', [s.host]: 'Nothing' });
    expect(act(s, ann, 'writeUpdate', { text: '😀'.repeat(1_001) })).toBe('too-long');
    act(s, s.host, 'startRound');
    s.finish('updates-1');
    act(s, s.host, 'writeUpdate', { text: null });
    s.end();
    expect(s.outcome().phases[0]!.parts).toEqual([
      { as: 'answers', question: 'News?', answers: [{ text: 'Done: most', by: 'Ann' }] },
    ]);
  });
});

describe('a round that has not begun', () => {
  test('takes no updates: one that never begins would tell them to nobody', () => {
    const s = start();
    const write = () => s.refusal(s.host, 'updates-2', 'writeUpdate', { text: 'x' });
    expect(write()).toBe('not-open');
    s.lead('updates-2');
    s.lead('updates-1');
    expect(write()).toBeNull();
  });
});

describe('open tasks of earlier meetings', () => {
  test('belong to people by id, or by name where no id is known; others belong to nobody here', () => {
    const s = start();
    const ann = s.enter('Ann');
    const { board } = s.doc;
    const { tasks } = state(s);
    expect(isOwner(board, tasks['t1']!, s.host)).toBe(true);
    expect(isOwner(board, tasks['t2']!, ann)).toBe(true);
    expect(isOwner(board, tasks['t2']!, s.host)).toBe(false);
    expect(tasksOfOthers(board, state(s)).map(({ id }) => id)).toEqual(['t3']);
  });

  test('are ticked by anybody, and the outcome tells the team what became of them', () => {
    const s = start();
    const ann = s.enter('Ann');
    const settle = (id: string, verdict: string | null) =>
      act(s, ann, 'settleTask', { task: id, verdict });
    expect(settle('t2', 'done')).toBeNull();
    expect(settle('t1', 'keep')).toBeNull();
    expect(settle('t3', 'done')).toBeNull();
    expect(settle('t3', null)).toBeNull();
    expect(settle('none', 'done')).toBe('not-found');
    expect(settle('t1', 'dropped')).toBe('bad-arguments');
    s.end();
    expect(s.outcome().phases[0]!.parts).toMatchObject([
      {
        as: 'reviewed',
        tasks: [
          { id: 't1', owner: 'Host', verdict: 'keep' },
          { id: 't2', owner: 'Ann', verdict: 'done' },
        ],
      },
    ]);
  });
});

describe('who has done their part', () => {
  test('is whoever has had a turn or has written something', () => {
    const s = start();
    const [ann, bo] = [s.enter('Ann'), s.enter('Bo')];
    act(s, ann, 'writeUpdate', { text: 'x' });
    act(s, s.host, 'giveTurn', { person: bo });
    end(s, bo, 'passed');
    const isDone = (person: ParticipantId) =>
      (updates.done as (at: unknown) => boolean)({ state: state(s), person });
    expect([s.host, ann, bo].map(isDone)).toEqual([false, true, true]);
  });
});
