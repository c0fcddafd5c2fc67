import type { Axis, RankSettings } from './settings.ts';
import type { Placed, RankItem, Spot } from './state.ts';

type Result = Record<string, Placed>;

/**
 * Orders as one, by Borda count: of n items the first gets n−1 points, the last none. Items that an
 * order leaves out share what its last places are worth. The same sum is the same place.
 */
export function combineOrders(
  items: readonly RankItem[],
  orders: readonly (readonly string[])[],
): Result {
  const last = items.length - 1;
  const all = items.map(({ id }) => {
    const places = orders.map((order) => order.indexOf(id));
    // Doubled, so that halves stay whole numbers and ties are exact.
    const doubled = places.reduce(
      (sum, place, index) =>
        sum + (place >= 0 ? 2 * (last - place) : last - (orders[index]?.length ?? 0)),
      0,
    );
    return { id, value: doubled, given: places.filter((place) => place >= 0) };
  });
  return Object.fromEntries(
    all.map(({ id, value, given }) => [
      id,
      {
        place: given.length === 0 ? null : placeOf(all, value),
        answers: given.length,
        ...(given.length > 0 && {
          order: {
            points: value / 2 / orders.length,
            best: Math.min(...given) + 1,
            worst: Math.max(...given) + 1,
          },
        }),
      },
    ]),
  );
}

/** The median of each item, the middle half around it, and how near it is to the better corner. */
export function combineSpots(
  items: readonly RankItem[],
  hands: readonly (readonly [string, Spot][])[],
  { x, y }: NonNullable<RankSettings['axes']>,
): Result {
  const all = items.map(({ id }) => {
    const spots = hands.flatMap((hand) =>
      hand.flatMap(([item, spot]) => (item === id ? [spot] : [])),
    );
    if (spots.length === 0) return { id, given: [], value: null, spot: undefined };
    const [xs, ys] = [spots.map((each) => each.x), spots.map((each) => each.y)];
    const middle = { x: quantile(xs, 0.5), y: quantile(ys, 0.5) };
    return {
      id,
      given: spots,
      value: Math.round((goodOn(x, middle.x) + goodOn(y, middle.y)) * 1_000),
      spot: { ...middle, xs: middleHalf(xs), ys: middleHalf(ys) },
    };
  });
  return Object.fromEntries(
    all.map(({ id, given, value, spot }) => [
      id,
      {
        place: value === null ? null : placeOf(all, value),
        answers: given.length,
        ...(spot && { spot }),
      },
    ]),
  );
}

/** One more than there are better ones among those that were placed. */
const placeOf = (
  all: readonly { value: number | null; given: readonly unknown[] }[],
  value: number,
): number =>
  1 +
  all.filter((each) => each.given.length > 0 && each.value !== null && each.value > value).length;

const goodOn = ({ better }: Axis, value: number): number => (better === 'high' ? value : 1 - value);

const middleHalf = (values: readonly number[]): number[] => [
  quantile(values, 0.25),
  quantile(values, 0.75),
];

/** Between two values it lies on the line between them. */
function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  const at = (ordered.length - 1) * share;
  const [low, high] = [ordered[Math.floor(at)] ?? 0, ordered[Math.ceil(at)] ?? 0];
  return Math.round((low + (high - low) * (at % 1)) * 1_000) / 1_000;
}
