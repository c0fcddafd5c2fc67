/** What the kind adds to the board. */
export type ReviewState = Record<string, never>;

/** What the kind adds to a hand. */
export type ReviewHand = Record<string, never>;
