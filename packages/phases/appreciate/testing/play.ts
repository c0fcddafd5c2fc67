import type { PhasePlay } from '@rondo/live/testing';

export const appreciatePlay: PhasePlay = {
  kind: 'appreciate',
  settings: () => ({}),
  move: () => null,
};
