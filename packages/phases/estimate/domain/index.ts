import { hasPickedAll } from './ballots.ts';
import { addComment, deleteComment, editComment, react } from './comments.ts';
import { define } from './kind.ts';
import { estimated } from './outcome.ts';
import { close, open, reopen, reveal, revealIfAll } from './reveal.ts';
import { goOn, goTo, pick, setAutoReveal, setScore, setSpectator, voteAgain } from './rounds.ts';
import { EstimateSettings } from './settings.ts';
import { addStories, editStory, moveStory, removeStory } from './stories.ts';

export * from './ballots.ts';
export * from './comments.ts';
export * from './figure.ts';
export * from './result.ts';
export { isEverybodyThrough, reveal, revealIfAll } from './reveal.ts';
export { goOn, goTo, pick, setAutoReveal, setScore, setSpectator, voteAgain } from './rounds.ts';
export * from './scales.ts';
export * from './settings.ts';
export * from './state.ts';
export * from './stories.ts';

export const estimate = define({
  settings: EstimateSettings,
  state: (_, brought) => ({
    stories: {},
    offers: brought.tasks,
    at: null,
    opened: false,
    spectators: {},
    comments: {},
    said: 0,
    reactions: {},
  }),
  hand: () => ({ picks: {} }),
  commands: [
    addStories,
    editStory,
    removeStory,
    moveStory,
    pick,
    setSpectator,
    goTo,
    goOn,
    setScore,
    voteAgain,
    setAutoReveal,
    reveal,
    revealIfAll,
    addComment,
    editComment,
    deleteComment,
    react,
  ],
  open,
  close,
  reopen,
  // Who has picked is on the board; at one table a round is waited for, not the whole phase.
  done: ({ phase, settings, state, person }) =>
    settings.way === 'own-pace'
      ? hasPickedAll(settings, state, person)
      : phase.ready[person] === true,
  outcome: estimated,
});
