import type { PhasePlay } from '@rondo/live/testing';

export const updatesPlay: PhasePlay = {
  kind: 'updates',
  settings: () => ({}),
  move: () => null,
};
