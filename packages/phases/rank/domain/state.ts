import type { LocalText } from '@rondo/meeting';

export interface RankItem {
  readonly id: string;
  readonly title: LocalText;
  /** A topic of the board: the item's id is its group's. */
  readonly topic?: true;
}

/** A place on the two axes, 0 to 1 each. */
export interface Spot {
  x: number;
  y: number;
}

/** What came out for one item. Says nothing of who placed it where. */
export interface Placed {
  /** Counted from 1; the same for those that are tied. Null: nobody has placed it. */
  readonly place: number | null;
  /** How many have placed it. */
  readonly answers: number;
  /** In an order. */
  readonly order?: {
    /** Points on average: each gives its last item none, the one before it one, and so on. */
    readonly points: number;
    readonly best: number;
    readonly worst: number;
  };
  /** On axes: the median, and between which values the middle half lies. */
  readonly spot?: Spot & { readonly xs: readonly number[]; readonly ys: readonly number[] };
}

export interface RankResult {
  readonly answers: number;
  readonly items: Readonly<Record<string, Placed>>;
}

export interface RankState {
  items: readonly RankItem[];
  /** How many have placed something; never who. */
  answers: number;
  result: RankResult | null;
}

export interface RankHand {
  /** Item ids, the first one first. Those that were added later may be missing. */
  order: readonly string[];
  spots: Record<string, Spot>;
}
