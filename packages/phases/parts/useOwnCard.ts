import { useSend, useView } from '@rondo/live/react';
import type { CardId, ParticipantId, PhaseId, View } from '@rondo/meeting';
import { useMemo, useSyncExternalStore } from 'react';
import { onPhaseArrival, phasesHere } from '../here.ts';
import { useExplain } from './useExplain.ts';

export interface OwnCard {
  /** Whether the card may say this. */
  canSay: (text: string) => boolean;
  say: (text: string) => void;
  remove: () => void;
}

/**
 * The phase that a card can be changed in: where it is one's own, and cards do not stay as they are.
 * By convention a kind whose cards may be changed afterwards notes one's own as `mine` in the hand
 * where the board names no author.
 */
function changeableIn({ board, hand }: View, me: ParticipantId, card: CardId): PhaseId | null {
  const known = board.cards[card];
  if (!known || board.sealed) return null;
  // See above: other kinds have no `mine`.
  const { mine } = (hand.phases[known.phase] ?? {}) as { mine?: Record<CardId, true> };
  return known.by === me || mine?.[card] === true ? known.phase : null;
}

/** Whether a card on the board is one's own and can still be changed. */
export const isOwnCard = (view: View, me: ParticipantId, card: CardId): boolean =>
  changeableIn(view, me, card) !== null;

/**
 * The ways to change one's own card on the board; null where it cannot be. By the same convention the
 * commands are called `editCard {id, text}` and `deleteCard {id}`.
 */
export function useOwnCard(card: CardId): OwnCard | null {
  const send = useSend();
  const explain = useExplain();
  const phase = useView((view, me) => changeableIn(view, me, card));
  const kind = useView((view) => (phase ? view.board.phases[phase]?.kind : undefined));
  // Null as long as the kind is still on its way.
  const commands = useSyncExternalStore(onPhaseArrival, () => phasesHere[kind ?? '']?.commands);
  return useMemo(() => {
    const { editCard, deleteCard } = commands ?? {};
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
  }, [phase, commands, card, send, explain]);
}
