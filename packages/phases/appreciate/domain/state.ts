/** What the kind adds to the board. */
export type AppreciateState = Record<string, never>;

/** What the kind adds to a hand. */
export type AppreciateHand = Record<string, never>;
