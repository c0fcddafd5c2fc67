import { define } from './kind.ts';
import { told } from './outcome.ts';
import { UpdatesSettings } from './settings.ts';
import { brought } from './tasks.ts';
import { drawAgain, endTurn, giveTurn, lineUp, moveTurn, startRound } from './turns.ts';
import { settleTask, writeUpdate } from './words.ts';

export * from './settings.ts';
export * from './state.ts';
export { isOwner, tasksInOrder, tasksOfOthers } from './tasks.ts';
export { drawAgain, endTurn, giveTurn, moveTurn, startRound } from './turns.ts';
export { settleTask, writeUpdate } from './words.ts';

export const updates = define({
  settings: UpdatesSettings,
  state: (_, team) => ({
    turns: { order: [], current: null, had: {} },
    tasks: brought(team),
    texts: {},
  }),
  hand: () => ({}),
  commands: [startRound, drawAgain, endTurn, giveTurn, moveTurn, writeUpdate, settleTask],
  open: lineUp,
  close: ({ state }) => {
    state.turns.current = null;
  },
  done: ({ state, person }) =>
    state.texts[person] !== undefined || state.turns.had[person] !== undefined,
  outcome: told,
});
