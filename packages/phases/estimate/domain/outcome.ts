import { nameOf, sorted, type OutcomeAt, type OutcomePart } from '@rondo/meeting';
import { ballotOf } from './ballots.ts';
import { threadOf } from './comments.ts';
import { figureOf } from './figure.ts';
import { pilesOf } from './result.ts';
import type { EstimateSettings } from './settings.ts';
import type { EstimateState } from './state.ts';

/** Every story with its scores and what was said about it: in their order, or, with a figure, best first. */
export function estimated({
  board,
  settings,
  state,
}: OutcomeAt<EstimateSettings, EstimateState>): OutcomePart[] {
  const stories = sorted(state.stories).map(([id, story]) => ({
    title: story.title,
    link: story.link,
    description: story.description,
    acceptance: story.acceptance,
    results: settings.dimensions.map(({ id: dimension, scale }) => {
      const { score, shown, round } = ballotOf(story, dimension);
      const piles = pilesOf(scale, shown ?? {});
      return {
        score,
        spread: piles.map(({ value, people }) => ({ value, count: people.length })),
        rounds: shown === null ? round - 1 : round,
      };
    }),
    figure: figureOf(settings, (dimension) => ballotOf(story, dimension).score),
    comments: threadOf(state, id)
      .filter(([, comment]) => !comment.deleted)
      .map(([, { text, by, parent }]) => ({ text, by: nameOf(board, by), reply: parent !== null })),
  }));
  if (settings.figure)
    stories.sort((a, b) => (b.figure ?? -Infinity) - (a.figure ?? -Infinity) || 0);
  return [
    {
      as: 'estimates',
      dimensions: settings.dimensions.map(({ id, name }) => ({ id, name })),
      ...(settings.figure && { figure: settings.figure.name }),
      stories,
    },
  ];
}
