import { outline } from '@rondo/meeting';

export const discussOutline = outline(
  'discuss',
  { en: 'Discuss', de: 'Besprechen' },
  { gives: ['topics'], takes: ['topics', 'votes'], retells: true },
);
