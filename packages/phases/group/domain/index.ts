import { outcomeTopic, sorted, topicsOf } from '@rondo/meeting';
import {
  define,
  gather,
  mergeGroups,
  moveGroup,
  placeCard,
  setTitle,
  splitCard,
  undoStep,
} from './commands.ts';
import { GroupSettings } from './settings.ts';

export * from './commands.ts';
export * from './settings.ts';
export * from './state.ts';

export const group = define({
  settings: GroupSettings,
  state: () => ({ steps: {}, taken: 0, suggested: {} }),
  hand: () => ({}),
  commands: [placeCard, splitCard, mergeGroups, setTitle, moveGroup, gather, undoStep],
  open: ({ board, state }) => {
    board.sealed = false;
    // A title that nobody chose goes on following the cards.
    for (const [id, each] of sorted(board.groups)) {
      if (each.title !== null && state.suggested[id] === each.title) each.title = null;
    }
    state.suggested = {};
  },
  close: ({ board, state }) => {
    board.sealed = true;
    state.steps = {};
  },
  outcome: ({ board, phaseId, takenFurther }) =>
    takenFurther
      ? []
      : [
          {
            as: 'topics',
            topics: topicsOf(board, phaseId).map(([id, each]) => outcomeTopic(board, id, each)),
          },
        ],
});
