/** What is shown of a statement: always of at least `fewest` people, never changed, only added to. */
export interface Shown {
  /** How often each point was given, from the lowest to the highest. */
  counts: readonly number[];
  /** In an order that tells nothing. */
  comments: readonly string[];
  /** Nothing can be added any more: who is counted here is forgotten. */
  isFinal: boolean;
}

/** What the kind adds to the board. */
export interface RateState {
  /** How many people have handed in their answers. Says never who, nor to which statements. */
  handedIn: number;
  /** How many of them were there when results were last shown. */
  shown: number;
  /** By statement; those of which too few answers are there are missing. */
  results: Record<string, Shown>;
}

/** What the kind adds to a hand. */
export interface RateHand {
  /** By statement, counted from 0 for the lowest point; a skipped one is missing. */
  answers: Record<string, number>;
  comments: Record<string, string>;
  handedIn: boolean;
  /** Was handed in when results were shown. */
  shown: boolean;
  /** The statements in whose results this hand's answer is counted: there it is final. */
  counted: Record<string, true>;
}
