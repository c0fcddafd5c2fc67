import { outline } from '@rondo/meeting';

export const voteOutline = outline(
  'vote',
  { en: 'Vote', de: 'Abstimmen' },
  { gives: ['topics', 'votes'], needs: ['topics'], retells: true },
);
