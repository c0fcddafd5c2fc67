import { outline } from '@rondo/meeting';

export const respondOutline = outline('respond', { en: 'Answers', de: 'Antworten' });
