import {
  bothTexts,
  ensure,
  id,
  need,
  optionalText,
  visibleLength,
  type GroupId,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, WHENEVER } from './kind.ts';

/** The longest notes of one topic, in visible characters. */
export const LONGEST_NOTES = 10_000;
/** Notes that two people wrote at once may become longer than either could write. */
const LONGEST_MERGED = 40_000;

/**
 * The whole notes of a topic as somebody sees them now. `revision` is the one they started from;
 * if somebody else was quicker, both texts are kept. A client sends its next edit when the last one
 * has been answered, so that nobody runs into their own words.
 */
export const setNotes = command('setNotes', {
  during: WHENEVER,
  args: z.object({
    topic: id<GroupId>(),
    text: optionalText(LONGEST_NOTES),
    revision: z.int().check(z.minimum(0)),
  }),
  run: ({ state }, { topic: topicId, text, revision }) => {
    const topic = need(state.topics[topicId], 'not-found');
    const notes = topic.revision === revision ? text : bothTexts(text, topic.notes);
    if (notes === topic.notes) return;
    ensure(visibleLength(notes) <= LONGEST_MERGED, 'stale');
    topic.notes = notes;
    topic.revision += 1;
  },
});
