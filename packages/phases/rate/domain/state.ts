/** What the kind adds to the board. */
export type RateState = Record<string, never>;

/** What the kind adds to a hand. */
export type RateHand = Record<string, never>;
