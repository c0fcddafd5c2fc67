/** What the kind adds to the board. */
export type RespondState = Record<string, never>;

/** What the kind adds to a hand. */
export type RespondHand = Record<string, never>;
