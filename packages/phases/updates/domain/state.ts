/** What the kind adds to the board. */
export type UpdatesState = Record<string, never>;

/** What the kind adds to a hand. */
export type UpdatesHand = Record<string, never>;
