import type { PhasePlay } from '@rondo/live/testing';

export const reviewPlay: PhasePlay = {
  kind: 'review',
  settings: () => ({}),
  move: () => null,
};
