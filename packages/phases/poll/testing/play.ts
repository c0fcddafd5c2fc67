import type { PhasePlay } from '@rondo/live/testing';

export const pollPlay: PhasePlay = {
  kind: 'poll',
  settings: () => ({}),
  move: () => null,
};
