/** Behind which other a thing would stand; null: in front of all; undefined: it goes no further. */
export type Behind<Id> = Id | null | undefined;

/** Where a thing goes one place up or down. What is not in the order goes nowhere. */
export function placesAround<Id extends string>(
  order: readonly Id[],
  id: Id,
): { up: Behind<Id>; down: Behind<Id> } {
  const at = order.indexOf(id);
  if (at < 0) return { up: undefined, down: undefined };
  return { up: at === 0 ? undefined : (order[at - 2] ?? null), down: order[at + 1] };
}

/** One place up and one down, for a menu; null: it goes no further. */
export function movesAround<Id extends string>(
  order: readonly Id[],
  id: Id,
  place: (behind: Id | null) => void,
): { up: (() => void) | null; down: (() => void) | null } {
  const { up, down } = placesAround(order, id);
  const to = (behind: Behind<Id>) => (behind === undefined ? null : () => place(behind));
  return { up: to(up), down: to(down) };
}
