/** What the kind adds to the board. */
export type RankState = Record<string, never>;

/** What the kind adds to a hand. */
export type RankHand = Record<string, never>;
