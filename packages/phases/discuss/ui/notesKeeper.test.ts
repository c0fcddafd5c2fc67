import { expect, test } from 'vitest';
import { createNotesKeeper, type NotesDraft, type SharedNotes } from './notesKeeper.ts';

/** Notes on a server that answers when it is told to, and a pause that ends when it is told to. */
function desk(start: SharedNotes, draft: NotesDraft | null = null) {
  let shared = start;
  let kept: NotesDraft | null = draft;
  let pause: (() => void) | null = null;
  const sent: { text: string; revision: number; answer: (as: 'done' | 'too-long') => void }[] = [];
  const refusals: string[] = [];
  const keeper = createNotesKeeper(
    {
      shared: () => shared,
      send: (text, revision) => {
        const { promise, resolve } = Promise.withResolvers<'done' | 'too-long'>();
        sent.push({ text, revision, answer: resolve });
        return promise;
      },
      keep: (next) => {
        kept = next;
      },
      afterPause: (run) => {
        pause = run;
        return () => {
          pause = null;
        };
      },
      refused: (code) => refusals.push(code),
    },
    draft,
  );
  return {
    keeper,
    sent,
    refusals,
    kept: () => kept,
    endPause: () => pause?.(),
    share: (text: string) => {
      shared = { text, revision: shared.revision + 1 };
    },
    answer: async (as: 'done' | 'too-long') => {
      sent.at(-1)?.answer(as);
      // What follows the answer runs before the next turn.
      await Promise.resolve();
    },
  };
}

test('typing is sent once it pauses, with the revision it started from', async () => {
  const d = desk({ text: 'a', revision: 4 });
  d.keeper.type('ab');
  d.keeper.type('abc');
  expect(d.sent).toEqual([]);
  expect(d.kept()?.text).toBe('abc');
  d.endPause();
  expect(d.sent).toMatchObject([{ text: 'abc', revision: 4 }]);
  d.share('abc');
  await d.answer('done');
  expect(d.kept()).toBe(null);
  expect(d.keeper.text()).toBe('abc');
});

test('the next edit waits for the answer to the last, and starts from what it made', async () => {
  const d = desk({ text: 'a', revision: 0 });
  d.keeper.type('ab');
  d.endPause();
  d.keeper.type('abc');
  d.endPause();
  expect(d.sent).toHaveLength(1);
  d.share('ab');
  await d.answer('done');
  d.endPause();
  expect(d.sent[1]).toMatchObject({ text: 'abc', revision: 1 });
});

test('what somebody else writes elsewhere comes in while I type', () => {
  const d = desk({ text: 'one\ntwo', revision: 0 });
  d.keeper.type('one\ntwo!');
  d.share('ONE\ntwo');
  d.keeper.sync();
  expect(d.keeper.text()).toBe('ONE\ntwo!');
  d.keeper.flush();
  expect(d.sent).toMatchObject([{ text: 'ONE\ntwo!', revision: 1 }]);
});

test('at the same place both are kept: the server is told what I started from', () => {
  const d = desk({ text: 'one', revision: 0 });
  d.keeper.type('one two');
  d.share('one three');
  d.keeper.sync();
  expect(d.keeper.text()).toBe('one two');
  d.keeper.flush();
  expect(d.sent).toMatchObject([{ text: 'one two', revision: 0 }]);
});

test('a draft from before a reload is shown and sent', () => {
  const d = desk(
    { text: 'one', revision: 2 },
    { text: 'one two', base: { text: 'one', revision: 2 } },
  );
  expect(d.keeper.text()).toBe('one two');
  d.endPause();
  expect(d.sent).toMatchObject([{ text: 'one two', revision: 2 }]);
});

test('what is refused stays on the screen and is not sent again by itself', async () => {
  const d = desk({ text: '', revision: 0 });
  d.keeper.type('far too long');
  d.endPause();
  await d.answer('too-long');
  expect(d.refusals).toEqual(['too-long']);
  expect(d.keeper.text()).toBe('far too long');
  expect(d.sent).toHaveLength(1);
});
