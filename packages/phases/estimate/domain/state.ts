/** What the kind adds to the board. */
export type EstimateState = Record<string, never>;

/** What the kind adds to a hand. */
export type EstimateHand = Record<string, never>;
