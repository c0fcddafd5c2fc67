import { addComment, deleteComment, editComment } from './comments.ts';
import { define } from './kind.ts';
import { begin, lineUp } from './line-up.ts';
import { setNotes } from './notes.ts';
import { discussed } from './outcome.ts';
import { addTopic, editTopic } from './own-topics.ts';
import { react } from './reactions.ts';
import { DiscussSettings } from './settings.ts';
import { finishTopic, moveTopic, openTopic, parkTopic } from './topics.ts';

export { addComment, deleteComment, editComment, threadOf } from './comments.ts';
export { LONGEST_NOTES, setNotes } from './notes.ts';
export { addTopic, editTopic, LONGEST_TOPIC } from './own-topics.ts';
export { react } from './reactions.ts';
export * from './settings.ts';
export * from './state.ts';
export { finishTopic, moveTopic, nextTopic, openTopic, parkTopic } from './topics.ts';

export const discuss = define({
  settings: DiscussSettings,
  state: () => ({
    topics: {},
    current: null,
    arranged: false,
    comments: {},
    said: 0,
    reactions: {},
  }),
  hand: () => ({}),
  commands: [
    openTopic,
    finishTopic,
    parkTopic,
    moveTopic,
    addTopic,
    editTopic,
    addComment,
    editComment,
    deleteComment,
    react,
    setNotes,
  ],
  open: begin,
  close: lineUp,
  outcome: discussed,
});
