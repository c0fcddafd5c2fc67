// The sizes of work everything is measured at: many small meetings, some larger ones, one town hall.
import type { Size } from './system.ts';

/** A retrospective in full swing. */
const CARDS = 50;

export interface Work extends Size {
  readonly name: '100x10' | '20x50' | '1x500';
  /** Actions per second to begin the search with: about half of what a plain server holds. */
  readonly start: number;
  /** The same for those who put the actions of a turn into one frame. */
  readonly startCoalesced: number;
}

export const works: readonly Work[] = [
  { name: '100x10', meetings: 100, people: 10, cards: CARDS, start: 8_000, startCoalesced: 8_000 },
  { name: '20x50', meetings: 20, people: 50, cards: CARDS, start: 1_500, startCoalesced: 4_000 },
  { name: '1x500', meetings: 1, people: 500, cards: CARDS, start: 150, startCoalesced: 2_000 },
];
