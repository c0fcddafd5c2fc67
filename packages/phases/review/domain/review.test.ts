import type { Brought, ParticipantId, Registry } from '@rondo/meeting';
import { isDone } from '@rondo/meeting';
import { seedKind, sitting, type Sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import { review, type ReviewState } from './index.ts';

const registry: Registry = { seed: seedKind, review };

const task = (id: string, owner: string | null = null) => ({
  id,
  text: `Do ${id}`,
  owner: owner as ParticipantId | null,
  ownerName: owner === null ? null : `Old ${owner}`,
  due: null,
  meeting: 'Sprint 11',
  since: 1,
});
const BROUGHT: Brought = {
  tasks: [task('t1', 'host'), task('t2', 'never-came'), task('t3')],
  agenda: [],
  done: ['d1', 'd2'].map((id) => ({ ...task(id), doneAt: 2 })),
};

const start = (settings: object = {}): Sitting =>
  sitting(registry, [{ kind: 'review', settings }, 'seed'], { brought: BROUGHT });
const state = (s: Sitting): ReviewState => s.phaseOf('review').state as ReviewState;
const judge = (s: Sitting, who: ParticipantId, id: string, verdict: string | null) =>
  s.refusal(who, 'review', 'setVerdict', { task: id, verdict });
const help = (s: Sitting, who: ParticipantId, id: string, helped: boolean | null) =>
  s.refusal(who, 'review', 'setHelped', { task: id, helped });
const tasksOf = (s: Sitting) => {
  const [part] = s.outcome().phases[0]!.parts;
  return part?.as === 'reviewed' ? part.tasks : [];
};

describe('a verdict', () => {
  test('is given by anyone, also a guest, and taken back', () => {
    const s = start();
    const kim = s.enter('Kim', { role: 'guest' });
    expect(judge(s, kim, 't1', 'done')).toBeNull();
    expect(state(s).tasks['t1']?.verdict).toBe('done');
    expect(judge(s, s.host, 't1', null)).toBeNull();
    expect(state(s).tasks['t1']?.verdict).toBeNull();
    expect(judge(s, s.host, 'other', 'done')).toBe('not-found');
    expect(judge(s, s.host, 't1', 'odd')).toBe('bad-arguments');
  });

  test('of a task that is changed is to keep it, with other words, owner or day', () => {
    const s = start();
    const ann = s.enter('Ann');
    const change = (args: object) => s.refusal(ann, 'review', 'amend', { task: 't2', ...args });
    expect(change({ owner: 'nobody' })).toBe('not-found');
    expect(change({ due: 'tomorrow' })).toBe('bad-arguments');
    expect(change({ text: 'Do it well', owner: ann, due: '2027-01-31' })).toBeNull();
    s.end();
    expect(tasksOf(s)[1]).toEqual({
      id: 't2',
      text: 'Do it well',
      owner: 'Ann',
      due: '2027-01-31',
      meeting: 'Sprint 11',
      verdict: 'changed',
      renewed: true,
      helped: null,
    });
  });

  test('tells the owner by the name they have here, or had', () => {
    const s = start();
    s.end();
    const owners = tasksOf(s).map(({ owner }) => owner);
    expect(owners.slice(0, 3)).toEqual(['Host', 'Old never-came', null]);
  });
});

describe('whether it helped', () => {
  test('is asked of what was done before, stays in hands, and is counted at the close from three answers on', () => {
    const s = start();
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    people.forEach((who, index) => help(s, who, 'd1', index > 0));
    help(s, s.host, 'd2', true);
    expect(state(s).tasks['d1']).toMatchObject({ answers: 3, helped: null });
    s.finish('review');
    expect(state(s).tasks['d1']?.helped).toEqual({ yes: 2, no: 1 });
    expect(state(s).tasks['d2']).toMatchObject({ answers: 1, helped: null });
    s.end();
    expect(tasksOf(s).find(({ id }) => id === 'd1')).toMatchObject({
      verdict: 'done',
      asked: true,
      helped: { yes: 2, no: 1 },
    });
  });

  test('is not asked of what is only now said to be done, nor is there a verdict on what was done before', () => {
    const s = start();
    judge(s, s.host, 't1', 'done');
    expect(help(s, s.host, 't1', true)).toBe('stale');
    expect(judge(s, s.host, 'd1', 'keep')).toBe('stale');
    expect(s.refusal(s.host, 'review', 'amend', { task: 'd1', text: 'Other' })).toBe('stale');
  });

  test('cannot be answered any more once it is shown; where nothing was shown it can', () => {
    const s = start();
    const people = [s.host, s.enter('Ann'), s.enter('Bo')];
    for (const who of people) help(s, who, 'd1', true);
    help(s, s.host, 'd2', true);
    s.lead('seed');
    s.lead('review');
    expect(help(s, s.host, 'd1', false)).toBe('stale');
    expect(help(s, s.host, 'd2', false)).toBeNull();
    expect(state(s).tasks['d2']?.answers).toBe(1);
  });

  test('forgets answers that were burnt at the end', () => {
    const s = start();
    help(s, s.host, 'd1', true);
    s.end();
    s.run(s.host, null, 'reopenMeeting');
    expect(state(s).tasks['d1']?.answers).toBe(0);
  });

  test('is not asked where the activity does not want it', () => {
    const s = start({ askIfHelped: false });
    expect(state(s).order).toEqual(['t1', 't2', 't3']);
    expect(help(s, s.host, 'd1', true)).toBe('not-found');
  });
});

describe('a promise that was missed twice', () => {
  const worn = (settings: object = {}): Sitting =>
    sitting(registry, [{ kind: 'review', settings }, 'seed'], {
      brought: {
        tasks: [
          { ...task('fresh'), missed: 1, times: 4 },
          { ...task('worn', 'host'), due: '2027-01-10', missed: 2, times: 2 },
        ],
        agenda: [],
      },
    });
  const amend = (s: Sitting, args: object) =>
    s.refusal(s.host, 'review', 'amend', { task: 'worn', ...args });

  test('stands in front and is not just kept', () => {
    const s = worn();
    expect(state(s).order).toEqual(['worn', 'fresh']);
    expect(judge(s, s.host, 'worn', 'keep')).toBe('not-allowed');
    expect(judge(s, s.host, 'fresh', 'keep')).toBeNull();
    expect(judge(s, s.host, 'worn', 'dropped')).toBeNull();
  });

  test.each([
    ['a later day', { due: '2027-01-11' }],
    ['less to do', { text: 'Do' }],
  ])('goes on with %s', (_, args) => {
    const s = worn();
    expect(amend(s, args)).toBeNull();
    expect(state(s).tasks['worn']).toMatchObject({ verdict: 'keep', renewed: true });
    expect(judge(s, s.host, 'worn', null)).toBeNull();
    expect(judge(s, s.host, 'worn', 'keep')).toBeNull();
    s.end();
    expect(tasksOf(s)[0]).toMatchObject({ verdict: 'changed', renewed: true });
  });

  test('goes on with somebody else who takes it', () => {
    const s = worn();
    expect(amend(s, { owner: s.enter('Ann') })).toBeNull();
    expect(state(s).tasks['worn']?.renewed).toBe(true);
  });

  test.each([
    ['an earlier day', { due: '2027-01-09' }],
    ['no day', { due: null }],
    ['nobody', { owner: null }],
    ['more words', { text: 'Do a good deal more than that' }],
  ])('does not go on with %s', (_, args) => {
    const s = worn();
    expect(amend(s, args)).toBeNull();
    expect(state(s).tasks['worn']).toMatchObject({ verdict: null });
    expect(judge(s, s.host, 'worn', 'keep')).toBe('not-allowed');
  });

  test('that nobody decides on is told before the phase ends, and carries the mark', () => {
    const s = worn();
    expect(review.putsOff?.(state(s))).toEqual(['Do worn']);
    s.finish('review');
    expect(state(s).tasks['worn']?.putOff).toBe(true);
    expect(state(s).tasks['fresh']?.putOff).toBeUndefined();
    s.lead('review');
    expect(state(s).tasks['worn']?.putOff).toBeUndefined();
    judge(s, s.host, 'worn', 'done');
    expect(review.putsOff?.(state(s))).toEqual([]);
    s.end();
    expect(tasksOf(s)[0]?.putOff).toBeUndefined();
  });
});

test('what was put on the board without a promise is not looked at', () => {
  const s = sitting(registry, ['review'], {
    brought: { tasks: [{ ...task('board'), promised: false }], agenda: [] },
  });
  expect(state(s).order).toEqual([]);
});

test('one by one everybody is brought to the same task', () => {
  const s = start({ way: 'one-by-one' });
  expect(state(s).current).toBe('t1');
  s.run(s.enter('Ann'), 'review', 'lookAt', { task: 't3' });
  expect(state(s).current).toBe('t3');
});

test('somebody has done their part when it is known what became of their own tasks', () => {
  const s = start();
  const ann = s.enter('Ann');
  const done = (who: ParticipantId) => isDone(s.doc, registry, s.phase('review'), who);
  expect([done(s.host), done(ann)]).toEqual([false, false]);
  judge(s, s.host, 't1', 'keep');
  expect([done(s.host), done(ann)]).toEqual([true, false]);
  s.run(ann, null, 'setReady', { phase: s.phase('review'), ready: true });
  expect(done(ann)).toBe(true);
});

test('a team without open tasks has nothing to review', () => {
  const s = sitting(registry, ['review']);
  s.end();
  expect(s.outcome().phases[0]?.parts).toEqual([]);
});
