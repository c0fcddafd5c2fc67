import { outline } from '@rondo/meeting';

export const pollOutline = outline('poll', { en: 'Poll', de: 'Umfrage' });
