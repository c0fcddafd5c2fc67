import { outline } from '@rondo/meeting';

export const updatesOutline = outline('updates', { en: 'Updates', de: 'Reihum' });
