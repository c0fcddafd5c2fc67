import { outline } from '@rondo/meeting';

export const rankOutline = outline('rank', { en: 'Rank', de: 'Ordnen' }, { takes: ['topics'] });
