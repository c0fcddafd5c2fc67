import type { CardId, ParticipantId } from '@rondo/meeting';

/** Something to talk about. Its words are those of the card of the same id, once that lies on the board. */
export interface Item {
  /** Null: a card says it. Else it waits for the agenda to be opened. */
  text: string | null;
  /** Who put it there; null: nobody of this meeting, then the name tells. */
  by: ParticipantId | null;
  name: string | null;
  /** Comes back in every meeting with an agenda. */
  pinned: boolean;
  /** It was talked about. */
  done: boolean;
  /** Fractional index; ties are broken by id. */
  order: string;
}

export interface AgendaState {
  items: Record<CardId, Item>;
  /** What everybody talks about now, where the agenda itself is walked through. */
  current: CardId | null;
  /** Taken off the list, so that the team's own list can follow. */
  removed: Record<CardId, true>;
}

/** An agenda lies open; nothing of it is in a hand. */
export type AgendaHand = Record<string, never>;

/** The most items on one agenda. */
export const MOST_ITEMS = 100;
/** The longest item and the longest note about it, in visible characters. */
export const LONGEST_ITEM = 120;
export const LONGEST_NOTE = 1_000;
