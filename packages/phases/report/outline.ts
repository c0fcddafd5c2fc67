import { outline } from '@rondo/meeting';

export const reportOutline = outline(
  'report',
  { en: 'Report', de: 'Bericht' },
  { takes: ['cards', 'topics'] },
);
