import { outline } from '@rondo/meeting';

export const estimateOutline = outline('estimate', { en: 'Estimate', de: 'Schätzen' });
