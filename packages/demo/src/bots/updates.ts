import type { UpdatesHand, UpdatesSettings, UpdatesState } from '@rondo/phases/updates/domain';
import type { Bot } from '../teammate.ts';
import { partsOf } from './at.ts';

/** Writes what is new, and gives the turn on when it has come. */
export const updatesBot: Bot = ({ view, me, phase, say }) => {
  const { state } = partsOf<UpdatesSettings, UpdatesState, UpdatesHand>(view, phase);
  const text = state.texts[me] === undefined ? say('update') : null;
  if (text !== null) return { name: 'writeUpdate', args: { text } };
  if (state.turns.current !== me) return null;
  return { name: 'endTurn', args: { person: me, how: 'spoke' } };
};
