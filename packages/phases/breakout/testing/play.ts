import type { PhasePlay } from '@rondo/live/testing';

export const breakoutPlay: PhasePlay = {
  kind: 'breakout',
  settings: () => ({}),
  move: () => null,
};
