import type { PhasePlay } from '@rondo/live/testing';

export const agendaPlay: PhasePlay = {
  kind: 'agenda',
  settings: () => ({}),
  move: () => null,
};
