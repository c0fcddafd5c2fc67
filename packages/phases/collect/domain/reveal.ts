import {
  compareText,
  layCard,
  type Card,
  type CardId,
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

type At = ServerAt<CollectSettings, CollectState, CollectHand>;

/**
 * All hands onto the board, shuffled: neither the order nor anything else on the board tells whose
 * card is whose. In a named phase the author goes along.
 */
export function reveal({ board, phaseId, settings, state, hands, handOf, world }: At): void {
  const written: Written[] = [];
  for (const [by, hand] of hands()) {
    // The record's own keys are card ids.
    for (const [id, card] of Object.entries(hand.held) as [CardId, HeldCard][]) {
      written.push({ ...card, id, by, chance: 0 });
      delete hand.held[id];
    }
  }
  // Drawn in the order of ids, which are random: so the result cannot depend on whose hand a card
  // lay in, and a test can prove it byte by byte.
  written.sort((a, b) => compareText(a.id, b.id));
  for (const card of written) card.chance = world.random();
  written.sort((a, b) => a.chance - b.chance);
  for (const { id: wanted, by, text, prompt } of written) {
    // Two hands may hold the same id, by a copied or forged client; that must not stop the reveal.
    const id = board.cards[wanted] === undefined ? wanted : world.id<'card'>();
    const card: Card = { text, phase: phaseId, prompt, group: world.id<'group'>() };
    layCard(board, id, settings.anonymous ? card : { ...card, by });
    handOf(by).mine[id] = true;
  }
  state.faceDown = {};
}
