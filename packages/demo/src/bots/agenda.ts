import type { AgendaHand, AgendaSettings, AgendaState } from '@rondo/phases/agenda/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** Puts one thing on the list, as long as there is room for it. */
export const agendaBot: Bot = ({ view, me, phase, luck, say }) => {
  const { state } = partsOf<AgendaSettings, AgendaState, AgendaHand>(view, phase);
  if (view.board.sealed || Object.values(state.items).some(({ by }) => by === me)) return null;
  const text = say('agenda');
  if (text === null) return null;
  return { name: 'addCard', args: { id: luck.id<'card'>(), group: luck.id<'group'>(), text } };
};
