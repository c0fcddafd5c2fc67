export interface WrapUpState {
  /** How many people have rated. */
  answers: number;
  /** The ratings lie open and are final. */
  revealed: boolean;
  /** How often 1, 2, 3, 4 and 5 were given; null until revealed, and for ever where too few have answered. */
  counts: number[] | null;
}

export interface WrapUpHand {
  /** 1 to 5. */
  rating: number | null;
}

/** With fewer answers, a count would tell who gave which. */
export const FEWEST_ANSWERS = 3;
export const POINTS = [1, 2, 3, 4, 5] as const;
