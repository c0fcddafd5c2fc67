import { outline } from '@rondo/meeting';

export const agendaOutline = outline(
  'agenda',
  { en: 'Agenda', de: 'Tagesordnung' },
  { gives: ['cards', 'topics'] },
);
