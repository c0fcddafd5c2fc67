import { outline } from '@rondo/meeting';

export const wrapUpOutline = outline('wrap-up', { en: 'Wrap-up', de: 'Abschluss' });
