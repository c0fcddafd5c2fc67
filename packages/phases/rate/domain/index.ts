import { answersIn } from '@rondo/meeting';
import { commentOn, handIn, revealResults, setAnswer, setFewest, takeBack } from './commands.ts';
import { define } from './kind.ts';
import { goOn, publish } from './publish.ts';
import { RateSettings } from './settings.ts';

export * from './commands.ts';
export * from './settings.ts';
export * from './state.ts';

export const rate = define({
  settings: RateSettings,
  state: () => ({ handedIn: 0, shown: 0, results: {} }),
  hand: () => ({ answers: {}, comments: {}, handedIn: false, shown: false, counted: {} }),
  quiet: () => true,
  commands: [setAnswer, commentOn, handIn, takeBack, revealResults, setFewest],
  open: goOn,
  close: publish,
  done: ({ hand }) => hand.handedIn,
  outcome: ({ settings, state }) =>
    settings.statements.map(({ id, text }) => {
      const shown = state.results[id];
      const { low, high, from, names } = settings.scale;
      return {
        as: 'scale',
        statement: id,
        question: text,
        counts: shown ? [...shown.counts] : null,
        answers: shown ? answersIn(shown.counts) : state.handedIn,
        low,
        high,
        from,
        score: settings.score,
        fewest: settings.fewest,
        ...(names && { points: names }),
        ...(shown && shown.comments.length > 0 && { comments: [...shown.comments] }),
      };
    }),
});
