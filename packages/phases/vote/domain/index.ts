import { outcomeTopic, topicsOf } from '@rondo/meeting';
import { define, setBudget, setVotes } from './commands.ts';
import { VoteSettings } from './settings.ts';
import { giveBack, takeBack, tally } from './tally.ts';

export * from './budget.ts';
export { setBudget, setVotes } from './commands.ts';
export * from './settings.ts';
export * from './state.ts';

export const vote = define({
  settings: VoteSettings,
  state: () => ({ finished: 0, kept: false }),
  hand: () => ({ votes: {} }),
  // Who looks at or types into which topic would tell where their votes go.
  quiet: () => true,
  commands: [setVotes, setBudget],
  open: giveBack,
  close: tally,
  reopen: takeBack,
  outcome: ({ board, phaseId, takenFurther }) =>
    takenFurther
      ? []
      : [
          {
            as: 'topics',
            topics: topicsOf(board, phaseId).map(([id, group]) => outcomeTopic(board, id, group)),
          },
        ],
});
