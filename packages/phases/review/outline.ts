import { outline } from '@rondo/meeting';
import { wornOut } from './domain/worn.ts';

export const reviewOutline = outline(
  'review',
  { en: 'Review tasks', de: 'Aufgaben prüfen' },
  { putsOff: wornOut },
);
