import { outline } from '@rondo/meeting';

export const groupOutline = outline(
  'group',
  { en: 'Group', de: 'Gruppieren' },
  { gives: ['topics'], needs: ['cards'], retells: true },
);
