import { outline } from '@rondo/meeting';

export const breakoutOutline = outline(
  'breakout',
  { en: 'Breakout rooms', de: 'Kleingruppen' },
  { gives: ['cards', 'topics'] },
);
