import { outline } from '@rondo/meeting';

export const collectOutline = outline(
  'collect',
  { en: 'Collect', de: 'Sammeln' },
  { gives: ['cards', 'topics'] },
);
