import { outline } from '@rondo/meeting';

export const icebreakerOutline = outline('icebreaker', { en: 'Icebreaker', de: 'Eisbrecher' });
