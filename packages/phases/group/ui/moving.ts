import type { CardId, GroupId } from '@rondo/meeting';
import { createContext, useContext } from 'react';

/** What is to be moved without dragging. */
export type Moving = { cards: readonly CardId[] } | { group: GroupId };

const Move = createContext<((what: Moving) => void) | null>(null);
export const MoveProvider = Move.Provider;

/** Asks where something is to go: a list to find a group in. */
export function useMove(): (what: Moving) => void {
  const move = useContext(Move);
  if (!move) throw new Error('nothing can be moved outside of a MoveProvider');
  return move;
}
