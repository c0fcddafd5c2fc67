import { answer, withdrawObjection } from './answering.ts';
import { addOption, removeOption, setAnonymous, setQuestion } from './asking.ts';
import { goOn, turnOver } from './count.ts';
import { define } from './kind.ts';
import { optionsOf } from './options.ts';
import { decided } from './outcome.ts';
import { askAgain, revealAnswers, setDecision } from './rounds.ts';
import { PollSettings } from './settings.ts';

export { answer, withdrawObjection } from './answering.ts';
export { addOption, removeOption, setAnonymous, setQuestion } from './asking.ts';
export { isUntold } from './count.ts';
export { mostChoices, needsReason } from './options.ts';
export { askAgain, revealAnswers, setDecision } from './rounds.ts';
export * from './settings.ts';
export * from './state.ts';
export { verdictOf } from './verdict.ts';

export const poll = define({
  settings: PollSettings,
  state: (settings) => ({
    options: optionsOf(settings),
    asked: 0,
    answers: 0,
    result: null,
    past: [],
    decision: null,
  }),
  hand: () => ({ choice: [], reason: '', given: null }),
  quiet: ({ settings, state }) => settings.anonymous && state.result === null,
  commands: [
    answer,
    withdrawObjection,
    setQuestion,
    addOption,
    removeOption,
    setAnonymous,
    revealAnswers,
    askAgain,
    setDecision,
  ],
  close: turnOver,
  reopen: goOn,
  done: ({ hand }) => hand.choice.length > 0,
  outcome: decided,
});
