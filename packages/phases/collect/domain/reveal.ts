import {
  layCard,
  type Card,
  type CardId,
  type GroupId,
  type ParticipantId,
  type ServerAt,
} from '@rondo/meeting';
import type { CollectSettings } from './settings.ts';
import type { CollectHand, CollectState, HeldCard } from './state.ts';

interface Written extends HeldCard {
  id: CardId;
  by: ParticipantId;
  chance: number;
}

/**
 * All hands onto the board, shuffled: neither the order nor anything else on the board tells whose
 * card is whose. In a named phase the author goes along.
 */
export function reveal({
  board,
  phaseId,
  settings,
  state,
  hands,
  world,
}: ServerAt<CollectSettings, CollectState, CollectHand>): void {
  const written: Written[] = hands().flatMap(([by, hand]) =>
    // The record's own keys are card ids.
    (Object.entries(hand.held) as [CardId, HeldCard][]).map(([id, card]) => ({
      ...card,
      id,
      by,
      chance: world.random(),
    })),
  );
  written.sort((a, b) => a.chance - b.chance);
  for (const { id, by, text, prompt } of written) {
    const card: Card = { text, phase: phaseId, prompt, group: world.id<'group'>() as GroupId };
    layCard(board, id, settings.anonymous ? card : { ...card, by });
  }
  for (const [, hand] of hands()) {
    for (const id of Object.keys(hand.held) as CardId[]) {
      delete hand.held[id];
      hand.mine[id] = true;
    }
  }
  state.faceDown = {};
}
