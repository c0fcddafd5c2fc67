/** What the kind adds to the board. */
export type AgendaState = Record<string, never>;

/** What the kind adds to a hand. */
export type AgendaHand = Record<string, never>;
