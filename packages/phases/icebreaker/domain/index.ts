import { revealAnswers, turnOver, writeAnswer } from './answers.ts';
import { define } from './kind.ts';
import { askOwn, drawQuestion, rerollQuestion, setMode } from './question.ts';
import { IcebreakerSettings } from './settings.ts';
import { endTurn, giveTurn, startTurns } from './turns.ts';

export { revealAnswers, writeAnswer } from './answers.ts';
export { askOwn, rerollQuestion, setMode } from './question.ts';
export * from './settings.ts';
export * from './state.ts';
export { endTurn, giveTurn, startTurns } from './turns.ts';

/** As the browser runs it; what remains in the outcome needs the texts of all questions: see `on-server.ts`. */
export const icebreaker = define({
  settings: IcebreakerSettings,
  state: (settings) => ({
    mode: settings.mode,
    question: settings.question === undefined ? { set: 0 } : { own: settings.question },
    asked: [],
    turns: { order: [], current: null, had: {} },
    answered: 0,
    answers: null,
  }),
  hand: () => ({ answer: null }),
  quiet: ({ state }) => state.mode === 'together' && state.answers === null,
  commands: [
    rerollQuestion,
    askOwn,
    setMode,
    startTurns,
    endTurn,
    giveTurn,
    writeAnswer,
    revealAnswers,
  ],
  open: ({ state, world }) => {
    if ('set' in state.question && state.asked.length === 0) drawQuestion(state, world);
  },
  close: (at) => {
    turnOver(at);
    at.state.turns.current = null;
  },
});
