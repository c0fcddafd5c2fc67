import { useSend, useView } from '@rondo/live/react';
import type { CardId, PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { phases } from '../domain.ts';
import { useExplain } from './useExplain.ts';

export interface OwnCard {
  /** Whether the card may say this. */
  canSay: (text: string) => boolean;
  say: (text: string) => void;
  remove: () => void;
}

/**
 * The ways to change a card that lies on the board, where it is one's own; null where it is not, or
 * where cards stay as they are. By convention a kind whose cards may be changed afterwards has the
 * commands `editCard {id, text}` and `deleteCard {id}`, and notes one's own cards as `mine` in the
 * hand where the board names no author.
 */
export function useOwnCard(card: CardId): OwnCard | null {
  const send = useSend();
  const explain = useExplain();
  const phase = useView(({ board, hand }, me) => {
    const known = board.cards[card];
    if (!known || board.sealed) return null;
    // See above: other kinds have no `mine`.
    const { mine } = (hand.phases[known.phase] ?? {}) as { mine?: Record<CardId, true> };
    return known.by === me || mine?.[card] === true ? known.phase : null;
  });
  const kind = useView((view) => (phase ? view.board.phases[phase]?.kind : undefined));
  return useMemo(() => {
    const { editCard, deleteCard } = phases[kind ?? '']?.commands ?? {};
    if (!phase || !editCard || !deleteCard) return null;
    const run = (command: typeof editCard, args: object, at: PhaseId): void => {
      void send(at, command, args).then((answer) => {
        if (answer !== 'done') explain(answer);
      });
    };
    return {
      canSay: (text) => editCard.args.safeParse({ id: card, text }).success,
      say: (text) => run(editCard, { id: card, text }, phase),
      remove: () => run(deleteCard, { id: card }, phase),
    };
  }, [phase, kind, card, send, explain]);
}
