import type { CardId } from '@rondo/meeting';

/** A card that only its author sees. */
export interface HeldCard {
  text: string;
  prompt: string;
}

export interface CollectState {
  /** How many cards lie face down, by prompt. Says that people write, never who. */
  faceDown: Record<string, number>;
}

export interface CollectHand {
  /** Not revealed yet. */
  held: Record<CardId, HeldCard>;
  /** Already on the board; this is all that says whose they are. */
  mine: Record<CardId, true>;
}
