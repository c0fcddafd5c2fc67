import type { ParticipantId, PhaseId } from '@rondo/meeting';
import { afterEach, expect, test, vi } from 'vitest';
import { draftAt, draftKey, forgetDrafts, keepDraft, withWords } from './drafts.ts';

const [ada, bob] = ['ada', 'bob'] as ParticipantId[] as [ParticipantId, ParticipantId];
const key = (me: ParticipantId): string => draftKey(me, 'p1' as PhaseId, 'card');
const refuses = (): never => {
  throw new DOMException('', 'SecurityError');
};
afterEach(() => {
  forgetDrafts(ada);
  forgetDrafts(bob);
  vi.unstubAllGlobals();
});

test('words that were not taken come back before what was written since', () => {
  expect(withWords('the first', '', '\n')).toBe('the first');
  expect(withWords('the first', ' ', '\n')).toBe('the first');
  expect(withWords('the first', 'the second', '\n')).toBe('the first\nthe second');
});

test.each(['stores', 'stores nothing'])('where a browser %s, drafts live until the end', (how) => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  };
  const nothing = { getItem: refuses, setItem: refuses, removeItem: refuses };
  vi.stubGlobal('localStorage', how === 'stores' ? storage : nothing);
  keepDraft(key(ada), 'Mine');
  keepDraft(key(bob), 'His');
  expect([draftAt(key(ada)), draftAt(key(bob))]).toEqual(['Mine', 'His']);
  expect(stored.size).toBe(how === 'stores' ? 2 : 0);
  keepDraft(key(ada), '');
  expect(draftAt(key(ada))).toBe('');
});

test('what is forgotten is forgotten for one person', () => {
  vi.stubGlobal('localStorage', { getItem: refuses, setItem: refuses, removeItem: refuses });
  keepDraft(key(ada), 'Mine');
  keepDraft(key(bob), 'His');
  forgetDrafts(ada);
  expect([draftAt(key(ada)), draftAt(key(bob))]).toEqual(['', 'His']);
});
