import type { PhasePlay, PlayAt } from '@rondo/live/testing';
import { POINTS, type WrapUpState } from '../domain/index.ts';

const isRevealed = ({ view, phase }: PlayAt): boolean =>
  // The phase is of this kind, so its state is too.
  (view.board.phases[phase]?.state as WrapUpState | undefined)?.revealed === true;

export const wrapUpPlay: PhasePlay = {
  kind: 'wrap-up',

  settings: () => ({}),

  move: ({ chance, steers }) => {
    if (steers ? chance.oneIn(8) : chance.oneIn(40)) return { name: 'revealRatings', args: {} };
    const value = chance.oneIn(5) ? null : chance.oneIn(20) ? 6 : chance.pick(POINTS);
    return { name: 'setRating', args: { value } };
  },

  // Whether somebody has rated is shown as a number; what, is not.
  twin: (move, original, twin) => {
    if (move.name === 'revealRatings') return null;
    if (move.name !== 'setRating' || isRevealed(original)) return move;
    const { value } = move.args as { value: number | null };
    if (value === null || value > POINTS.length) return move;
    return { name: move.name, args: { value: twin.chance.pick(POINTS) } };
  },
};
