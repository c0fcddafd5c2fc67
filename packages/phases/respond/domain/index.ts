import { give, takeBack, write } from './answers.ts';
import { define } from './kind.ts';
import { answered } from './outcome.ts';
import { reveal } from './places.ts';
import { RespondSettings } from './settings.ts';
import { nothingShown } from './state.ts';
import { addComment, deleteComment, editComment, react } from './talk.ts';

export { give, isReady, ownAnswers, takeBack, takesAnswers, toGive, write } from './answers.ts';
export { byUrgency } from './outcome.ts';
export * from './settings.ts';
export * from './state.ts';
export { addComment, deleteComment, editComment, react, threadOn } from './talk.ts';

export const respond = define({
  settings: RespondSettings,
  state: ({ visible }) => ({
    shown: nothingShown(),
    revealed: visible === 'at-once',
    answered: 0,
    given: {},
  }),
  hand: () => ({ drafts: {}, mine: {}, gave: false, shown: null }),
  quiet: ({ settings }) => settings.anonymous,
  commands: [write, give, takeBack, addComment, editComment, deleteComment, react],
  close: reveal,
  done: ({ state, hand, person }) => hand.gave || state.given[person] === true,
  outcome: answered,
});
