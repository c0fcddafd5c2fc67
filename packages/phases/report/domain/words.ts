import { bothTexts, ensure, id, need, optionalText, text, visibleLength } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command } from './kind.ts';
import { LONGEST_ENTRY, LONGEST_INTRO, LONGEST_TITLE, type EntryId, type Words } from './state.ts';

/** Texts that two people wrote at once may become longer than either could write. */
const MERGED = 4;

/**
 * Writes words anew. `revision` is the one that somebody started from; where another was quicker,
 * both texts are kept, one line behind the other.
 */
function write(words: Words, text: string, revision: number, longest: number): void {
  const next = words.revision === revision ? text : bothTexts(text, words.text);
  if (next === words.text) return;
  ensure(visibleLength(next) <= longest * MERGED, 'stale');
  words.text = next;
  words.revision += 1;
}

const revision = z.int().check(z.minimum(0));

/** The name of the report; empty: it has its number alone. */
export const setTitle = command('setTitle', {
  args: z.object({ text: optionalText(LONGEST_TITLE), revision }),
  run: ({ state }, { text, revision }) => {
    // One line: of two titles the later one stands, as the first can be read by everybody.
    ensure(state.title.revision === revision, 'stale');
    ensure(!text.includes('\n'), 'bad-arguments');
    write(state.title, text, revision, LONGEST_TITLE);
  },
});

/** What stands in front of the sections. */
export const setIntro = command('setIntro', {
  args: z.object({ text: optionalText(LONGEST_INTRO), revision }),
  run: ({ state }, { text, revision }) => write(state.intro, text, revision, LONGEST_INTRO),
});

/** Says a line better. */
export const setEntry = command('setEntry', {
  args: z.object({ entry: id<EntryId>(), text: text(LONGEST_ENTRY), revision }),
  run: ({ state }, { entry, text, revision }) =>
    write(need(state.entries[entry], 'not-found'), text, revision, LONGEST_ENTRY),
});
