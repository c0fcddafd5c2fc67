import { define, goOn, reveal, revealRatings, setRating } from './commands.ts';
import { WrapUpSettings } from './settings.ts';

export { revealRatings, setRating } from './commands.ts';
export * from './settings.ts';
export * from './state.ts';

export const wrapUp = define({
  settings: WrapUpSettings,
  state: () => ({ answers: 0, revealed: false, counts: null }),
  hand: () => ({ rating: null }),
  quiet: ({ state }) => !state.revealed,
  commands: [setRating, revealRatings],
  close: reveal,
  reopen: goOn,
  outcome: ({ settings, state }) => [
    {
      as: 'scale',
      question: settings.question,
      counts: state.counts,
      answers: state.answers,
      low: settings.low,
      high: settings.high,
    },
  ],
});
