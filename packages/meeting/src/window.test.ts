import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Window } from './document.ts';
import { outline, phaseKind, type Registry } from './phase-kind.ts';
import { noteKind } from './testing/note-kind.ts';
import { sitting } from './testing/sitting.ts';
import { missingFrom, nextDue } from './window.ts';

const { command, define } = phaseKind<object, object, { said: boolean }>(outline('say', 'Say'));
const sayKind = define({
  settings: z.strictObject({}),
  state: () => ({}),
  hand: () => ({ said: false }),
  commands: [
    command('say', {
      args: z.object({}),
      run: ({ hand }) => {
        hand.said = true;
      },
    }),
  ],
  done: ({ hand }) => hand.said,
});

const registry: Registry = { say: sayKind, note: noteKind('note') };
const HOUR = 3_600_000;
const NOW = sitting(registry, ['note']).now;

const window = (change: Partial<Window> = {}): Window => ({
  opensAt: null,
  closesAt: null,
  whenDone: false,
  remindAt: null,
  lateUntil: null,
  ...change,
});

const statuses = (s: ReturnType<typeof sitting>): string[] =>
  s.doc.board.flow.map((id) => s.doc.board.phases[id]!.status);

const tend = (s: ReturnType<typeof sitting>) => s.refusal(null, null, 'tend');

describe('a phase with a window', () => {
  test('waits for its time, also as the first one, and opens by the clock', () => {
    const s = sitting(registry, [
      { kind: 'say', window: window({ opensAt: NOW + HOUR, closesAt: NOW + 2 * HOUR }) },
      'note',
    ]);
    expect(statuses(s)).toEqual(['ahead', 'ahead']);
    expect(s.doc.board.at).toBe(s.phase('say'));
    expect(nextDue(s.doc.board)).toBe(NOW + HOUR);
    expect(tend(s)).toBe('stale');
    s.now += HOUR;
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['open', 'ahead']);
    expect(nextDue(s.doc.board)).toBe(NOW + 2 * HOUR);
  });

  test('closes by the clock, once, and the next one opens', () => {
    const s = sitting(registry, [
      { kind: 'say', window: window({ closesAt: NOW + HOUR }) },
      'note',
    ]);
    s.now += HOUR - 1;
    expect(tend(s)).toBe('stale');
    s.now += 1;
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['done', 'open']);
    expect(tend(s)).toBe('stale');
  });

  test('closes when everybody who is expected has done their part, those who never came among them', () => {
    const s = sitting(registry, [{ kind: 'say', window: window({ whenDone: true }) }, 'note'], {
      expected: Object.fromEntries(
        ['host', 'person-1', 'late'].map((person) => [person, { name: person }]),
      ),
    });
    const ann = s.enter('Ann');
    s.run(s.host, 'say', 'say');
    s.run(ann, 'say', 'say');
    expect(missingFrom(s.doc, registry, s.phase('say'))).toEqual(['late']);
    expect(tend(s)).toBe('stale');
    s.run(null, null, 'enter', { person: 'late', name: 'Late', role: 'member', lead: false });
    s.run('late' as never, 'say', 'say');
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['done', 'open']);
  });

  test('where the kind knows no more, waits for those who are not ready', () => {
    const s = sitting(registry, [{ kind: 'note', window: window({ whenDone: true }) }]);
    expect(missingFrom(s.doc, registry, s.phase('note'))).toEqual([s.host]);
    s.run(s.host, null, 'setReady', { phase: s.phase('note'), ready: true });
    expect(missingFrom(s.doc, registry, s.phase('note'))).toEqual([]);
  });

  test('that is the last one ends the meeting, after the time for those who are late', () => {
    const s = sitting(registry, [
      { kind: 'say', window: window({ closesAt: NOW + HOUR, lateUntil: NOW + 3 * HOUR }) },
    ]);
    s.now += HOUR;
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['done']);
    expect(s.doc.board.status).toBe('running');
    expect(nextDue(s.doc.board)).toBe(NOW + 3 * HOUR);
    s.now += 2 * HOUR;
    expect(tend(s)).toBeNull();
    expect(s.doc.board.status).toBe('ended');
    expect(nextDue(s.doc.board)).toBeNull();
  });

  test('waits for nobody where everybody has been here', () => {
    const s = sitting(registry, [
      { kind: 'say', window: window({ closesAt: NOW + HOUR, lateUntil: NOW + 3 * HOUR }) },
    ]);
    s.run(s.host, 'say', 'say');
    s.now += HOUR;
    expect(tend(s)).toBeNull();
    expect(s.doc.board.status).toBe('ended');
  });

  test('several that are overdue are opened and closed in order, at one look', () => {
    const s = sitting(registry, [
      { kind: 'say', window: window({ closesAt: NOW + HOUR }) },
      { kind: 'say', window: window({ opensAt: NOW + 2 * HOUR, closesAt: NOW + 3 * HOUR }) },
      { kind: 'note', window: window({ opensAt: NOW + 5 * HOUR }) },
    ]);
    s.now += 4 * HOUR;
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['done', 'done', 'ahead']);
    expect(s.doc.board.at).toBe(s.doc.board.flow[2]);
  });

  test('goes by hand once somebody has opened it again', () => {
    const s = sitting(registry, [
      { kind: 'say', window: window({ closesAt: NOW + HOUR, whenDone: true }) },
      'note',
    ]);
    s.now += HOUR;
    tend(s);
    s.lead('say');
    expect(statuses(s)).toEqual(['open', 'ahead']);
    s.run(s.host, 'say', 'say');
    expect(nextDue(s.doc.board)).toBeNull();
    expect(tend(s)).toBe('stale');
  });

  test('stays as it is where the facilitator comes back to it in time, and not later', () => {
    const s = sitting(registry, [
      'say',
      { kind: 'note', window: window({ closesAt: NOW + 2 * HOUR }) },
    ]);
    s.finish('say');
    for (const [hours, closesAt] of [
      [1, NOW + 2 * HOUR],
      [2, undefined],
    ] as const) {
      s.lead('say');
      s.now = NOW + hours * HOUR;
      s.lead('note');
      expect(s.phaseOf('note').window?.closesAt).toBe(closesAt);
    }
  });

  test('does not end a meeting once more that was ended by the clock and opened again', () => {
    const s = sitting(registry, [{ kind: 'say', window: window({ closesAt: NOW + HOUR }) }]);
    s.now += HOUR;
    tend(s);
    expect(s.doc.board.status).toBe('ended');
    s.run(s.host, null, 'reopenMeeting');
    s.now += HOUR;
    expect(tend(s)).toBe('stale');
    expect(statuses(s)).toEqual(['open']);
  });

  test('is opened early by whoever facilitates', () => {
    const s = sitting(registry, [{ kind: 'say', window: window({ opensAt: NOW + HOUR }) }]);
    s.lead('say');
    expect(statuses(s)).toEqual(['open']);
  });
});

describe('a phase that goes along with the one behind it', () => {
  const along = window({ along: true });
  const beside = (first: Partial<Window> = { closesAt: NOW + HOUR }) =>
    sitting(registry, [
      { kind: 'note', window: { ...along, opensAt: first.opensAt ?? null } },
      { kind: 'say', window: window(first) },
      'note',
    ]);

  test('opens and closes with it', () => {
    const s = beside({ opensAt: NOW + HOUR, closesAt: NOW + 2 * HOUR });
    expect(statuses(s)).toEqual(['ahead', 'ahead', 'ahead']);
    s.now += HOUR;
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['open', 'open', 'ahead']);
    expect(s.doc.board.at).toBe(s.phase('say'));
    expect(nextDue(s.doc.board)).toBe(NOW + 2 * HOUR);
    expect(tend(s)).toBe('stale');
    s.now += HOUR;
    expect(tend(s)).toBeNull();
    expect(statuses(s)).toEqual(['done', 'done', 'open']);
  });

  test('that is closed or left out before goes without it', () => {
    for (const name of ['finishPhase', 'skipPhase']) {
      const s = beside();
      s.run(s.host, null, name, { phase: s.phase('note') });
      expect(statuses(s).slice(1)).toEqual(['open', 'ahead']);
      expect(s.doc.board.at).toBe(s.phase('say'));
    }
  });

  test('is left where the facilitator leads on, and comes before it where they lead back', () => {
    const s = beside();
    s.lead('say');
    expect(statuses(s)).toEqual(['open', 'open', 'ahead']);
    s.lead('note');
    expect(statuses(s)).toEqual(['open', 'ahead', 'ahead']);
    s.finish('note');
    expect(statuses(s)).toEqual(['done', 'open', 'ahead']);
    const other = beside();
    other.run(other.host, null, 'openPhase', { phase: other.doc.board.flow[2] });
    expect(statuses(other)).toEqual(['done', 'done', 'open']);
  });

  test('holds up neither the clock nor the end, and has no window of its own', () => {
    const s = sitting(registry, [
      { kind: 'note', window: along },
      { kind: 'say', window: window({ whenDone: true }) },
    ]);
    const set = { phase: s.phase('note'), window: window({ closesAt: NOW + HOUR }) };
    expect(s.refusal(s.host, null, 'setWindow', set)).toBe('stale');
    s.run(s.host, 'say', 'say');
    expect(tend(s)).toBeNull();
    expect(s.doc.board.status).toBe('ended');
    expect(statuses(s)).toEqual(['done', 'done']);
  });
});

describe('a live meeting', () => {
  test('never goes by the clock', () => {
    const s = sitting(registry, ['say', 'note']);
    expect(nextDue(s.doc.board)).toBeNull();
    expect(tend(s)).toBe('stale');
    expect(s.refusal(s.host, null, 'tend')).toBe('unknown-command');
  });
});

describe('setting a window', () => {
  const set = (s: ReturnType<typeof sitting>, who: string, change: Partial<Window> | null) =>
    s.refusal(who as never, null, 'setWindow', {
      phase: s.phase('say'),
      window: change === null ? null : window(change),
    });

  test('is for whoever facilitates, also later on, and can be taken back', () => {
    const s = sitting(registry, ['say', 'note']);
    expect(set(s, s.enter('Ann'), { closesAt: NOW + HOUR })).toBe('not-facilitator');
    expect(set(s, s.host, { closesAt: NOW + HOUR })).toBeNull();
    expect(s.phaseOf('say').window?.closesAt).toBe(NOW + HOUR);
    expect(set(s, s.host, null)).toBeNull();
    expect(s.phaseOf('say').window).toBeNull();
  });

  test('wants an order of time, and no more than sixty days', () => {
    const s = sitting(registry, ['say', 'note']);
    for (const wrong of [
      { closesAt: NOW },
      { opensAt: NOW + 2 * HOUR, closesAt: NOW + HOUR },
      { closesAt: NOW + HOUR, remindAt: NOW + 2 * HOUR },
      { closesAt: NOW + HOUR, lateUntil: NOW },
      { closesAt: NOW + 61 * 24 * HOUR },
    ])
      expect(set(s, s.host, wrong), JSON.stringify(wrong)).toBe('bad-arguments');
    s.finish('say');
    expect(set(s, s.host, { closesAt: NOW + HOUR })).toBe('stale');
  });
});
