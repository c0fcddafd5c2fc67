import { addItem, removeItem, takeTopics } from './items.ts';
import { define } from './kind.ts';
import { hasPlacedAll, setOrder, setSpot } from './placing.ts';
import { combine, goOn, rankAgain, ranked, revealRanking } from './result.ts';
import { RankSettings } from './settings.ts';

export { addItem, removeItem } from './items.ts';
export { hasPlacedAll, orderIn, setOrder, setSpot, spotsIn } from './placing.ts';
export { rankAgain, ranked, revealRanking } from './result.ts';
export * from './settings.ts';
export * from './state.ts';

export const rank = define({
  settings: RankSettings,
  state: ({ items }) => ({
    items: items.map(({ id, title }) => ({ id, title })),
    answers: 0,
    result: null,
  }),
  hand: () => ({ order: [], spots: {} }),
  quiet: ({ state }) => state.result === null,
  commands: [addItem, removeItem, setOrder, setSpot, revealRanking, rankAgain],
  open: takeTopics,
  close: combine,
  reopen: (at) => {
    // What burnt hands had ranked nobody could give again: it stays.
    if (at.hands().length > 0 || at.state.result?.answers === 0) goOn(at);
  },
  done: (at) => hasPlacedAll(at, at.hand),
  outcome: ({ settings, state }) => {
    const { question, axes } = settings;
    const { result } = state;
    return [
      {
        as: 'ranking',
        question,
        axes: axes
          ? {
              x: { label: axes.x.label, low: axes.x.low, high: axes.x.high },
              y: { label: axes.y.label, low: axes.y.low, high: axes.y.high },
            }
          : null,
        answers: result?.answers ?? 0,
        items: ranked(state).map(({ id, title }) => {
          const placed = result?.items[id];
          return {
            title,
            place: placed?.place ?? null,
            answers: placed?.answers ?? 0,
            ...placed?.order,
            ...(placed?.spot && { x: placed.spot.x, y: placed.spot.y }),
          };
        }),
      },
    ];
  },
});
