/** What the kind adds to the board. */
export type BreakoutState = Record<string, never>;

/** What the kind adds to a hand. */
export type BreakoutHand = Record<string, never>;
