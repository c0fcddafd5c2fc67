import type { PhasePlay } from '@rondo/live/testing';

export const ratePlay: PhasePlay = {
  kind: 'rate',
  settings: () => ({}),
  move: () => null,
};
