import { describe, expect, test } from 'vitest';
import type { Registry } from '../phase-kind.ts';
import { noteKind, sitting } from '../testing/index.ts';

const registry: Registry = { note: noteKind('note'), other: noteKind('other') };
const start = (guests: 'no' | 'lobby' | 'yes' = 'yes') =>
  sitting(registry, ['note', 'other'], { guests });

describe('the role of the facilitator', () => {
  test('is passed on by whoever has it, to somebody who is in', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(s.refusal(ann, null, 'handOver', { person: ann })).toBe('not-facilitator');
    expect(s.refusal(s.host, null, 'handOver', { person: 'nobody' })).toBe('not-found');
    s.run(s.host, null, 'handOver', { person: ann });
    expect(s.doc.board.facilitator).toBe(ann);
    expect(s.refusal(s.host, null, 'finishPhase', { phase: s.phase('note') })).toBe(
      'not-facilitator',
    );
  });

  test('is taken by a team lead at any time, by a member while the facilitator is away, by a guest never', () => {
    const s = start();
    const ann = s.enter('Ann');
    const lee = s.enter('Lee', { lead: true });
    const guest = s.enter('Guest', { role: 'guest', lead: true });
    s.present = new Set([s.host, ann, lee, guest]);
    expect(s.refusal(ann, null, 'takeRole')).toBe('not-allowed');
    expect(s.refusal(guest, null, 'takeRole')).toBe('not-allowed');
    expect(s.refusal(lee, null, 'takeRole')).toBeNull();
    s.present = new Set([ann]);
    expect(s.refusal(ann, null, 'takeRole')).toBeNull();
    expect(s.doc.board.facilitator).toBe(ann);
    expect(s.refusal(guest, null, 'takeRole')).toBe('not-allowed');
  });
});

describe('the door', () => {
  const knock = (person: string, role = 'member') => ({ person, name: person, role, lead: false });

  test('is opened by the server alone', () => {
    const s = start();
    expect(s.refusal(s.host, null, 'enter', knock('p9'))).toBe('unknown-command');
  });

  test('is closed to new people when locked, not to those who are in', () => {
    const s = start();
    const ann = s.enter('Ann');
    s.run(s.host, null, 'setLocked', { locked: true });
    expect(s.refusal(null, null, 'enter', knock('new'))).toBe('locked');
    expect(s.refusal(null, null, 'enter', { ...knock(ann), name: 'Ann B.' })).toBeNull();
    expect(s.doc.board.people[ann]?.name).toBe('Ann B.');
  });

  test('is closed to guests where the team has none, and to none of the members', () => {
    const s = start('no');
    expect(s.refusal(null, null, 'enter', knock('g', 'guest'))).toBe('not-allowed');
    expect(s.refusal(null, null, 'enter', knock('m'))).toBeNull();
  });

  test('leads guests into the lobby, where they can do nothing until admitted', () => {
    const s = start('lobby');
    const guest = s.enter('Guest', { role: 'guest' });
    const member = s.enter('Member');
    expect(s.doc.board.people[guest]?.state).toBe('waiting');
    expect(s.doc.board.people[member]?.state).toBe('in');
    expect(s.refusal(guest, 'note', 'write', { text: 'x' })).toBe('waiting');
    expect(s.refusal(guest, null, 'setReady', { phase: s.phase('note'), ready: true })).toBe(
      'waiting',
    );
    expect(s.refusal(s.host, null, 'admit', { person: member })).toBe('stale');
    s.run(s.host, null, 'admit', { person: guest });
    expect(s.refusal(guest, 'note', 'write', { text: 'x' })).toBeNull();
  });

  test('does not open again for somebody who was shown out', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(s.refusal(ann, null, 'removePerson', { person: s.host })).toBe('not-facilitator');
    s.run(s.host, null, 'removePerson', { person: ann });
    expect(s.refusal(ann, 'note', 'write', { text: 'x' })).toBe('removed');
    expect(s.refusal(null, null, 'enter', knock(ann))).toBe('removed');
    expect(s.refusal(s.host, null, 'removePerson', { person: s.host })).toBe('not-allowed');
    expect(s.refusal(s.host, null, 'removePerson', { person: 'nobody' })).toBe('not-found');
  });

  test('never lets in more than a thousand', () => {
    const s = start();
    for (let n = 0; n < 999; n++) s.enter(`P${n}`);
    expect(s.refusal(null, null, 'enter', knock('late'))).toBe('full');
  });
});

describe('the timer', () => {
  test('is a moment in server time', () => {
    const s = start();
    const phase = s.phase('note');
    s.run(s.host, null, 'startTimer', { phase, seconds: 90 });
    expect(s.doc.board.timer).toEqual({
      phase,
      endsAt: s.now + 90_000,
      length: 90_000,
      kind: 'countdown',
    });
  });

  test('may be a date to which people work by themselves', () => {
    const s = start();
    const phase = s.phase('note');
    const day = 24 * 60 * 60 * 1000;
    s.run(s.host, null, 'startTimer', { phase, until: s.now + day });
    expect(s.doc.board.timer).toEqual({
      phase,
      endsAt: s.now + day,
      length: day,
      kind: 'deadline',
    });
    expect(s.refusal(s.host, null, 'startTimer', { phase, until: s.now })).toBe('bad-arguments');
    expect(s.refusal(s.host, null, 'startTimer', { phase, until: s.now + 61 * day })).toBe(
      'bad-arguments',
    );
  });

  test('is extended from what is left, or from now when it has run out', () => {
    const s = start();
    const phase = s.phase('note');
    expect(s.refusal(s.host, null, 'extendTimer', { phase, seconds: 60 })).toBe('stale');
    s.run(s.host, null, 'startTimer', { phase, seconds: 60 });
    s.now += 20_000;
    s.run(s.host, null, 'extendTimer', { phase, seconds: 60 });
    expect(s.doc.board.timer?.endsAt).toBe(s.now + 100_000);
    s.now += 500_000;
    s.run(s.host, null, 'extendTimer', { phase, seconds: 60 });
    expect(s.doc.board.timer?.endsAt).toBe(s.now + 60_000);
    expect(s.refusal(s.host, null, 'extendTimer', { phase: s.phase('other'), seconds: 60 })).toBe(
      'stale',
    );
  });

  test('belongs to the open phase and to the facilitator', () => {
    const s = start();
    const ann = s.enter('Ann');
    const phase = s.phase('note');
    expect(s.refusal(s.host, null, 'startTimer', { phase: s.phase('other'), seconds: 60 })).toBe(
      'not-open',
    );
    expect(s.refusal(s.host, null, 'startTimer', { phase, seconds: 1 })).toBe('bad-arguments');
    expect(s.refusal(ann, null, 'startTimer', { phase, seconds: 60 })).toBe('not-facilitator');
    s.run(s.host, null, 'startTimer', { phase, seconds: 60 });
    s.run(s.host, null, 'stopTimer', { phase: s.phase('other') });
    expect(s.doc.board.timer).not.toBeNull();
    s.run(s.host, null, 'stopTimer', { phase });
    expect(s.doc.board.timer).toBeNull();
  });
});

describe('a task', () => {
  const task = { id: 't1', text: 'Fix it', owner: null, due: '2026-02-28', topic: null };

  test('is made by anyone, in any phase, with an owner who is here', () => {
    const s = start();
    const guest = s.enter('Guest', { role: 'guest' });
    s.run(guest, null, 'addTask', { ...task, owner: guest });
    expect(s.doc.board.tasks['t1' as never]).toMatchObject({
      by: guest,
      owner: guest,
      done: false,
    });
    expect(s.refusal(guest, null, 'addTask', task)).toBe('exists');
    expect(s.refusal(guest, null, 'addTask', { ...task, id: 't2', owner: 'nobody' })).toBe(
      'not-found',
    );
  });

  test('changes in the fields that are given, only', () => {
    const s = start();
    s.run(s.host, null, 'addTask', task);
    s.run(s.host, null, 'editTask', { id: 't1', done: true });
    s.run(s.host, null, 'editTask', { id: 't1', due: null, owner: s.host });
    expect(s.doc.board.tasks['t1' as never]).toMatchObject({
      text: 'Fix it',
      done: true,
      due: null,
      owner: s.host,
    });
    expect(s.refusal(s.host, null, 'editTask', { id: 't9', done: true })).toBe('not-found');
    expect(s.refusal(s.host, null, 'editTask', { id: 't1', owner: 'nobody' })).toBe('not-found');
    s.run(s.host, null, 'removeTask', { id: 't1' });
    expect(s.doc.board.tasks).toEqual({});
    expect(s.refusal(s.host, null, 'removeTask', { id: 't1' })).toBe('not-found');
  });

  test('has a text of at most 500 visible characters and a day that looks like one', () => {
    const s = start();
    const refused = (args: object) => s.refusal(s.host, null, 'addTask', { ...task, ...args });
    expect(refused({ text: '😀'.repeat(501) })).toBe('too-long');
    expect(refused({ text: '  ' })).toBe('bad-arguments');
    for (const due of ['2026-13-01', '2026-1-1', 'tomorrow', 20_260_101]) {
      expect(refused({ due })).toBe('bad-arguments');
    }
    expect(refused({ text: '😀'.repeat(500) })).toBeNull();
  });

  test('is one of at most 200', () => {
    const s = start();
    for (let n = 0; n < 200; n++) s.run(s.host, null, 'addTask', { ...task, id: `a${n}` });
    expect(s.refusal(s.host, null, 'addTask', task)).toBe('full');
  });
});

describe('being ready', () => {
  test('is said for oneself, in a phase that is open', () => {
    const s = start();
    const phase = s.phase('note');
    s.run(s.host, null, 'setReady', { phase, ready: true });
    expect(s.phaseOf('note').ready).toEqual({ [s.host]: true });
    s.run(s.host, null, 'setReady', { phase, ready: false });
    expect(s.phaseOf('note').ready).toEqual({});
    expect(s.refusal(s.host, null, 'setReady', { phase: s.phase('other'), ready: true })).toBe(
      'not-open',
    );
    expect(s.refusal(s.host, null, 'setReady', { phase: 'none', ready: true })).toBe(
      'unknown-phase',
    );
  });
});

describe('renaming a meeting', () => {
  test('is for the facilitator', () => {
    const s = start();
    const ann = s.enter('Ann');
    expect(s.refusal(ann, null, 'renameMeeting', { name: 'Mine' })).toBe('not-facilitator');
    s.run(s.host, null, 'renameMeeting', { name: ' Ours ' });
    expect(s.doc.board.name).toBe('Ours');
  });
});
