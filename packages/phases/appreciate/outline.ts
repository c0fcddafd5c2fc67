import { outline } from '@rondo/meeting';

export const appreciateOutline = outline('appreciate', { en: 'Kudos', de: 'Dank' });
