import { outline } from '@rondo/meeting';

export const reviewOutline = outline('review', { en: 'Review tasks', de: 'Aufgaben prüfen' });
