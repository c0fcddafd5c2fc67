import { useMe, useSteers, useView } from '@rondo/live/react';
import type { Board, PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { usePhase } from '../../parts/index.ts';
import { listed, type AgendaSettings, type AgendaState, type ListedItem } from '../domain/index.ts';

/**
 * Whether a later phase goes through the items, so that this one only gathers them. By convention what
 * talks topics through keeps them as `topics`.
 */
const isTalkedThroughLater = (board: Board, phase: PhaseId): boolean =>
  board.flow
    .slice(board.flow.indexOf(phase) + 1)
    .some(
      (id) => board.phases[id]?.status !== 'skipped' && 'topics' in (board.phases[id]?.state ?? {}),
    );

export function useAgenda(phase: PhaseId) {
  const { status, settings, state, phase: about } = usePhase<AgendaSettings, AgendaState>(phase);
  const cards = useView((view) => view.board.cards);
  const board = useView((view) => view.board);
  const items = useMemo(() => listed({ ...board, cards }, state), [board, cards, state]);
  const me = useMe();
  const isFacilitator = useSteers();
  const isMember = useView((view) => view.board.people[me]?.role === 'member');
  const isSealed = useView((view) => view.board.sealed);
  const isLater = useView((view) => isTalkedThroughLater(view.board, phase));
  const isOpen = status === 'open' || status === 'done';
  return {
    about,
    status,
    settings,
    state,
    items,
    isLater,
    /** Something can be put on the list, or taken off it. */
    mayWrite: isOpen && !isSealed,
    mayPin: isMember && isOpen,
    mayMove: isMember && status === 'open',
    mayWalk: isFacilitator && status === 'open' && !isLater,
    owns: ({ item }: ListedItem) => isFacilitator || item.by === me,
  };
}
