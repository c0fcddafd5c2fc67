import type { PhasePlay } from '@rondo/live/testing';

export const rankPlay: PhasePlay = {
  kind: 'rank',
  settings: () => ({}),
  move: () => null,
};
