import { outline } from '@rondo/meeting';

export const rateOutline = outline('rate', { en: 'Rate', de: 'Bewerten' });
