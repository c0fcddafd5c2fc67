import type { PhasePlay } from '@rondo/live/testing';

export const estimatePlay: PhasePlay = {
  kind: 'estimate',
  settings: () => ({}),
  move: () => null,
};
