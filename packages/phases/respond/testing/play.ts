import type { PhasePlay } from '@rondo/live/testing';

export const respondPlay: PhasePlay = {
  kind: 'respond',
  settings: () => ({}),
  move: () => null,
};
