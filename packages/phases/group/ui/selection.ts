import type { CardId } from '@rondo/meeting';
import { createContext, useContext, useSyncExternalStore } from 'react';

/**
 * Which cards this person has chosen, and which one the keyboard is at. A store of its own, so that
 * choosing one of 400 cards renders that card and not the board.
 */
export interface Selection {
  readonly subscribe: (listener: () => void) => () => void;
  readonly chosen: () => readonly CardId[];
  readonly active: () => CardId | null;
  readonly toggle: (card: CardId) => void;
  readonly clear: () => void;
  readonly setActive: (card: CardId | null) => void;
  /** Forgets the cards that are gone. */
  readonly keep: (isThere: (card: CardId) => boolean) => void;
}

export function createSelection(): Selection {
  const listeners = new Set<() => void>();
  let chosen: readonly CardId[] = [];
  let active: CardId | null = null;

  function tell(): void {
    for (const listener of listeners) listener();
  }
  function choose(next: readonly CardId[]): void {
    if (next.length === chosen.length && next.every((card, index) => card === chosen[index]))
      return;
    chosen = next;
    tell();
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    chosen: () => chosen,
    active: () => active,
    toggle: (card) =>
      choose(chosen.includes(card) ? chosen.filter((each) => each !== card) : [...chosen, card]),
    clear: () => choose([]),
    setActive: (card) => {
      if (card === active) return;
      active = card;
      tell();
    },
    keep: (isThere) => choose(chosen.filter(isThere)),
  };
}

const Choosing = createContext<Selection | null>(null);
export const SelectionProvider = Choosing.Provider;

export function useSelection(): Selection {
  const selection = useContext(Choosing);
  if (!selection) throw new Error('cards can be chosen only inside a SelectionProvider');
  return selection;
}

export function useChosen(): readonly CardId[] {
  const { subscribe, chosen } = useSelection();
  return useSyncExternalStore(subscribe, chosen, chosen);
}

export function useIsChosen(card: CardId): boolean {
  const { subscribe, chosen } = useSelection();
  return useSyncExternalStore(subscribe, () => chosen().includes(card));
}

/** The card that Tab leads to. */
export function useIsActive(card: CardId): boolean {
  const { subscribe, active } = useSelection();
  return useSyncExternalStore(subscribe, () => active() === card);
}
