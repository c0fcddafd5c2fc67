import { describe, expect, test } from 'vitest';
import { meetingCommands } from './commands/index.ts';
import type { ParticipantId } from './ids.ts';
import type { Registry } from './phase-kind.ts';
import { REFUSALS } from './refusal.ts';
import { runCommand } from './run.ts';
import { noteKind, sitting } from './testing/index.ts';

const registry: Registry = { note: noteKind('note'), other: noteKind('other') };
const start = () => sitting(registry, ['note', 'other']);

describe('a command', () => {
  test('gives the browser what it gives the server', () => {
    const s = start();
    const ann = s.enter('Ann');
    const before = s.view(ann);
    const request = { phase: s.phase('note'), name: 'write', args: { text: 'hello' } };
    const local = runCommand(before, ann, request, registry);
    const patch = s.run(ann, 'note', 'write', { text: 'hello' });
    expect({ board: patch.board, hand: patch.hands[ann] }).toEqual(local);
  });

  test('changes its author’s hand and no other', () => {
    const s = start();
    const ann = s.enter('Ann');
    s.run(s.host, 'note', 'write', { text: 'mine' });
    const patch = s.run(ann, 'note', 'write', { text: 'hello' });
    expect(Object.keys(patch.hands)).toEqual([ann]);
    expect(patch.board).toEqual([]);
  });

  test('of the server is not run in a browser', () => {
    const s = start();
    const request = { phase: s.phase('note'), name: 'draw', args: {} };
    expect(() => runCommand(s.view(s.host), s.host, request, registry)).toThrow('unknown-command');
    const patch = s.run(s.host, 'note', 'draw');
    expect(patch.hands[s.host]).toEqual([
      [['phases', 'note-1'], { notes: [] }],
      [['phases', 'note-1', 'notes'], ['drawn']],
    ]);
  });

  test('is known by its own name, not by what every object has', () => {
    const s = start();
    for (const name of ['constructor', 'toString', '__proto__', 'nonsense', '']) {
      expect(s.refusal(s.host, 'note', name)).toBe('unknown-command');
      expect(s.refusal(s.host, null, name)).toBe('unknown-command');
    }
  });

  test('belongs to a phase that is there', () => {
    const s = start();
    for (const phase of ['none', 'constructor', '__proto__']) {
      const request = { phase: phase as never, name: 'write', args: { text: 'x' } };
      expect(() => runCommand(s.view(s.host), s.host, request, registry)).toThrow('unknown-phase');
    }
  });

  test('runs only while its phase allows it', () => {
    const s = start();
    expect(s.refusal(s.host, 'other', 'write', { text: 'x' })).toBe('not-open');
    s.finish('note');
    expect(s.refusal(s.host, 'note', 'write', { text: 'x' })).toBe('not-open');
    expect(s.refusal(s.host, 'note', 'say', { text: 'x' })).toBeNull();
  });

  test('is carried out for those only who may', () => {
    const s = start();
    const ann = s.enter('Ann');
    const guest = s.enter('Guest', { role: 'guest' });
    expect(s.refusal(ann, 'note', 'say', { text: 'x' })).toBe('not-facilitator');
    expect(s.refusal(guest, 'note', 'draw')).toBe('not-allowed');
    expect(s.refusal(ann, 'note', 'sweep')).toBe('unknown-command');
    expect(s.refusal(null, 'note', 'sweep')).toBeNull();
    expect(s.refusal('stranger' as ParticipantId, 'note', 'write', { text: 'x' })).toBe(
      'not-allowed',
    );
    expect(s.refusal('constructor' as ParticipantId, 'note', 'write', { text: 'x' })).toBe(
      'not-allowed',
    );
  });

  test('with arguments of a wrong shape is refused; a text that is too long is named as such', () => {
    const s = start();
    const refused = (args: unknown) => s.refusal(s.host, 'note', 'write', args as object);
    for (const args of [null, 1, 'x', [], {}, { text: 5 }, { text: null }, { text: ' ' }]) {
      expect(refused(args)).toBe('bad-arguments');
    }
    expect(refused({ text: 'x'.repeat(21) })).toBe('too-long');
    expect(refused({ text: 'x', more: '__proto__' })).toBeNull();
  });

  test('cannot reach into the prototype of anything', () => {
    const s = start();
    s.refusal(s.host, null, 'removeTask', { id: '__proto__' });
    s.refusal(s.host, null, 'addTask', JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the commands of the meeting', () => {
  test('are found under their own names', () => {
    for (const [name, command] of Object.entries(meetingCommands)) expect(command.name).toBe(name);
  });
});

describe('a refusal', () => {
  test('says what to do, in a sentence', () => {
    for (const text of Object.values(REFUSALS)) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
