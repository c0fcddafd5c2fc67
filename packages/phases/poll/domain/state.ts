/** What the kind adds to the board. */
export type PollState = Record<string, never>;

/** What the kind adds to a hand. */
export type PollHand = Record<string, never>;
